package ft.transcendence.federation;

import java.util.Locale;

/** The kind of a GraphQL operation. */
public enum OperationKind {
    QUERY,
    MUTATION,
    SUBSCRIPTION;

    /** The keyword of such operations in a GraphQL document, for example {@code query}. */
    public String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }
}
