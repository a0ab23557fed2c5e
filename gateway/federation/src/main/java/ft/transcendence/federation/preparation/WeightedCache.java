package ft.transcendence.federation.preparation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A cache for values of several kinds with one budget of bytes. Values must not refer to each other, or evicting one would not free its memory.
 *
 * <p>Unused values expire. Time is divided into periods: a hit records the current period, and the first value that is added after the end of a
 * period evicts all values that have not been used for four periods. Caffeine's own expiry would read a clock at each hit, which takes longer
 * than the hit itself. As long as nothing is added, nothing grows, so there is no need to expire anything.
 */
public final class WeightedCache {

    private static final int PERIODS = 4;

    private final Cache<Key<?>, Entry> entries;
    private final LongSupplier nanoTime;
    private final long periodNanos;
    private volatile int period;
    private long periodStart;

    /** The key of a value. */
    interface Key<V> {

        /** The maximum weight of a value; a heavier one is not cached. */
        long heaviest(long budget);
    }

    private static final class Entry {
        final Object value;
        final int weight;
        int usedIn;

        Entry(Object value, int weight, int usedIn) {
            this.value = value;
            this.weight = weight;
            this.usedIn = usedIn;
        }
    }

    private final long budget;

    /**
     * @param budget in bytes
     * @param idle after how much time an unused value expires, roughly
     * @param nanoTime the clock
     */
    public WeightedCache(long budget, Duration idle, LongSupplier nanoTime) {
        this.budget = budget;
        this.nanoTime = nanoTime;
        this.periodNanos = Math.max(1, idle.toNanos() / PERIODS);
        this.periodStart = nanoTime.getAsLong();
        this.entries = Caffeine.newBuilder()
                .maximumWeight(budget)
                .weigher((Key<?> key, Entry entry) -> entry.weight)
                // maintenance runs on the calling thread: waking another one takes longer than the work
                .executor(Runnable::run)
                .build();
    }

    @SuppressWarnings("unchecked") // as put by its key
    <V> @Nullable V get(Key<V> key) {
        Entry entry = entries.getIfPresent(key);
        if (entry == null) {
            return null;
        }
        int now = period;
        if (entry.usedIn != now) {
            entry.usedIn = now;
        }
        return (V) entry.value;
    }

    /** @param weight the size of the value and its key in bytes */
    <V> void put(Key<V> key, V value, long weight) {
        expire();
        if (weight <= key.heaviest(budget)) {
            entries.put(key, new Entry(value, Math.toIntExact(Math.max(1, weight)), period));
        }
    }

    private synchronized void expire() {
        long now = nanoTime.getAsLong();
        if (now - periodStart >= periodNanos) {
            int passed = (int) Math.min(PERIODS + 1, (now - periodStart) / periodNanos);
            periodStart = now;
            period += passed;
            int current = period;
            entries.asMap().values().removeIf(entry -> current - entry.usedIn > PERIODS);
        }
    }

    /** Whether the cache is so full that further values will soon evict others. */
    boolean isWarm() {
        return weight() > budget / 4 * 3;
    }

    /** The weight of all values in bytes. */
    long weight() {
        entries.cleanUp();
        return entries.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }

    /** How many values there are. */
    long size() {
        entries.cleanUp();
        return entries.estimatedSize();
    }

    /** The keys of one kind, the most used first. */
    <K> List<K> keys(Class<K> kind) {
        List<K> keys = new ArrayList<>();
        entries.policy()
                .eviction()
                .orElseThrow()
                .hottest(Integer.MAX_VALUE)
                .keySet()
                .forEach(key -> {
                    if (kind.isInstance(key)) {
                        keys.add(kind.cast(key));
                    }
                });
        return keys;
    }
}
