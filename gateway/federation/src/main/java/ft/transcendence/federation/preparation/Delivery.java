package ft.transcendence.federation.preparation;

/** How the client gets the response. */
public enum Delivery {
    /** In one response. Nothing is deferred. */
    WHOLE,
    /** Deferred fragments after the rest. */
    IN_PARTS
}
