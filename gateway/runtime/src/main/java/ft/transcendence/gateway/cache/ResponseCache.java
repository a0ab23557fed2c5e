package ft.transcendence.gateway.cache;

import ft.transcendence.gateway.resilience.SubgraphCondition;
import ft.transcendence.gateway.sharedstate.SharedState;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** What is kept of subgraphs' responses: in memory, or in Redis where gateways share one. Keeps nothing unless a setting turns it on. */
@Component
public final class ResponseCache {
    private final CacheProperties properties;
    private final InstantSource clock;
    private final @Nullable CacheStore store;
    private final LongAdder invalidations = new LongAdder();
    private volatile TagFormats formats = TagFormats.NONE;

    /** @param state with the Redis that gateways share, if they do */
    @Autowired
    public ResponseCache(CacheProperties properties, SharedState state, InstantSource clock) {
        this(properties, clock, properties.enabled() ? open(properties, state, clock) : null);
    }

    private ResponseCache(CacheProperties properties, InstantSource clock, @Nullable CacheStore store) {
        this.properties = properties;
        this.clock = clock;
        this.store = store;
    }

    /** Keeps everything in memory. */
    public static ResponseCache inMemory(CacheProperties properties, InstantSource clock) {
        return new ResponseCache(
                properties,
                clock,
                properties.enabled() ? new MemoryStore(properties.maxSize().toBytes(), clock) : null);
    }

    private static CacheStore open(CacheProperties properties, SharedState state, InstantSource clock) {
        return state.isShared()
                ? new RedisStore(state.connection(), state.key("cache:"), properties.redisTimeout(), clock)
                : new MemoryStore(properties.maxSize().toBytes(), clock);
    }

    public boolean isEnabled() {
        return store != null;
    }

    /** Reads what the supergraph that is used from now on says of tags. */
    public void readTags(String supergraph) {
        if (store != null) {
            formats = TagFormats.of(supergraph);
        }
    }

    /** The cache in front of a subgraph; null if there is none. */
    public @Nullable SubgraphCache of(SubgraphCondition subgraph) {
        return store == null || !properties.keepsResponsesOf(subgraph.subgraph())
                ? null
                : new SubgraphCache(properties, store, () -> formats, clock, subgraph);
    }

    /**
     * Makes values invalid. It is complete when no request that begins later gets one of them, and fails if Redis is away.
     *
     * @param what {@code subgraph}; {@code type}; {@code type} and {@code key}; or {@code tag}
     * @throws IllegalArgumentException with a message for whoever asks, if that is not clear
     */
    public CompletableFuture<@Nullable Void> invalidate(Map<String, ?> what) {
        String tag = Invalidation.of(what).tag();
        if (store == null) {
            return CompletableFuture.completedFuture(null);
        }
        invalidations.increment();
        return store.invalidate(tag);
    }

    /** Values that are kept in the memory of this gateway. */
    public long entries() {
        return store == null ? 0 : store.entries();
    }

    /** Their size in bytes. */
    public long bytes() {
        return store == null ? 0 : store.bytes();
    }

    public long invalidations() {
        return invalidations.sum();
    }

    /** How often Redis did not respond, or not in time. */
    public long failures() {
        return store == null ? 0 : store.failures();
    }
}
