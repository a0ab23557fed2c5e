package ft.transcendence.gateway.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Keeps values in the memory of this gateway. What is used least makes room. */
final class MemoryStore implements CacheStore {
    /** Tags whose last invalidation is remembered. Beyond that everything is invalid, and counting begins anew. */
    static final int MOST_TAGS = 100_000;

    private final InstantSource clock;
    private final Cache<CacheKey, Entry> entries;
    /** The epoch of each tag's last invalidation. */
    private final ConcurrentMap<String, Long> invalidated = new ConcurrentHashMap<>();
    /** The epoch before which everything is invalid. */
    private volatile long everything;

    private volatile long epoch;

    MemoryStore(long maxBytes, InstantSource clock) {
        this.clock = clock;
        this.entries = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher((CacheKey key, Entry entry) -> entry.weight())
                .expireAfter(Expiry.writing((CacheKey key, Entry entry) -> timeLeft(entry)))
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    private Duration timeLeft(Entry entry) {
        return Duration.ofMillis(Math.max(0, entry.expires() - clock.millis()));
    }

    @Override
    public CompletableFuture<Found> find(List<CacheKey> keys) {
        // before any entry: what is invalidated from now on is invalid for the responses to come
        long current = epoch;
        List<@Nullable Entry> found = new ArrayList<>(keys.size());
        for (CacheKey key : keys) {
            Entry entry = entries.getIfPresent(key);
            found.add(entry != null && isValid(entry) ? entry : null);
        }
        return CompletableFuture.completedFuture(new Found(found, current));
    }

    private boolean isValid(Entry entry) {
        if (epoch == entry.epoch()) {
            return true;
        }
        for (String tag : entry.tags()) {
            Long last = invalidated.get(tag);
            if (last != null && last > entry.epoch()) {
                return false;
            }
        }
        // after the tags, which are forgotten only when it has been set
        return everything <= entry.epoch();
    }

    @Override
    public void keep(CacheKey key, Entry entry) {
        if (isValid(entry)) {
            entries.put(key, entry);
        }
    }

    @Override
    public synchronized CompletableFuture<@Nullable Void> invalidate(String tag) {
        long next = epoch + 1;
        if (invalidated.size() >= MOST_TAGS) {
            everything = next;
            invalidated.clear();
        } else {
            invalidated.put(tag, next);
        }
        // at last: a request that still sees the epoch before gets a value that is invalid, never the other way round
        epoch = next;
        return CompletableFuture.completedFuture(null);
    }

    /** Makes room at once, which otherwise happens soon. */
    void cleanUp() {
        entries.cleanUp();
    }

    @Override
    public long entries() {
        return entries.estimatedSize();
    }

    @Override
    public long bytes() {
        return entries.policy()
                .eviction()
                .map(eviction -> eviction.weightedSize().orElse(0))
                .orElse(0L);
    }

    @Override
    public long failures() {
        return 0;
    }
}
