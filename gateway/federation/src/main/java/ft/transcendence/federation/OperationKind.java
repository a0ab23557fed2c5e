package ft.transcendence.federation;

import java.util.Locale;

/** The kind of a GraphQL operation. */
public enum OperationKind {
    /** Reads data. */
    QUERY,
    /** Changes data: its root fields are executed one after the other. */
    MUTATION,
    /** Reads data whenever an event occurs. */
    SUBSCRIPTION;

    /** The keyword of such operations in a GraphQL document, for example {@code query}. */
    public String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }
}
