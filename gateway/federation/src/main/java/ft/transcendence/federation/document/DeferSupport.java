package ft.transcendence.federation.document;

/** Whether clients can use {@code @defer}, which graphql-java adds to every schema. */
public enum DeferSupport {
    OFFERED,
    /** It is an unknown directive. */
    UNKNOWN
}
