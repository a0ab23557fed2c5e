package ft.transcendence.federation.plan.selection;

import java.util.Locale;

/** The three kinds of GraphQL operation. */
public enum OperationKind {
    QUERY,
    MUTATION,
    SUBSCRIPTION;

    /** The keyword that opens such an operation in a GraphQL document, for example {@code query}. */
    public String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }
}
