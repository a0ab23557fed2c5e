package ft.transcendence.federation;

/** The three kinds of GraphQL operation. */
public enum OperationKind {
    QUERY,
    MUTATION,
    SUBSCRIPTION
}
