package ft.transcendence.gateway.ratelimit;

/** One token bucket for each key. Deciding never waits. */
public interface TokenBuckets {
    /** Takes a token of the key; false when none is left. */
    boolean tryConsume(String key);

    /** How many tokens of the key are left. */
    long available(String key);

    /** The number of keys that are tracked, for tests. */
    long tracked();

    /**
     * The size of the buckets.
     *
     * @param burst tokens at once
     * @param perSecond tokens that come back each second
     * @param keys keys tracked at a time; the least active are forgotten first
     */
    record Size(long burst, long perSecond, long keys) {}
}
