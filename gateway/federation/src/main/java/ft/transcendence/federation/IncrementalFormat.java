package ft.transcendence.federation;

/** How the parts of an incremental response are written. Both formats begin with {@code data}, and every part says with {@code hasNext} whether another follows. */
public enum IncrementalFormat {
    /**
     * Each deferred fragment is delivered with its label and path, and with everything that it selects, even what other parts have delivered: Apollo's
     * {@code deferSpec=20220824}, graphql-js 17.0.0-alpha.2.
     */
    REPEATING,
    /**
     * Deferred fragments are announced in {@code pending}, their fields are delivered once in {@code incremental}, and they end in {@code completed}:
     * {@code incrementalSpec=v0.2}, graphql-js 17.0.0-alpha.9.
     */
    PENDING
}
