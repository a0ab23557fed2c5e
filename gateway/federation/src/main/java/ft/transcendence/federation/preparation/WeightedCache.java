package ft.transcendence.federation.preparation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Values of several kinds under one budget of bytes. Values must not refer to each other, so that what is evicted is gone.
 *
 * <p>What nobody asked for in a while goes, too. That is done in periods: a hit notes the period in which it was, and whoever puts something
 * in after the end of a period throws out what was not used for four of them. Reading a clock on each hit, as a cache that expires entries
 * by itself does, would take longer than the hit. Nothing is lost by it, since without anything put in nothing grows.
 */
public final class WeightedCache {

    private static final int PERIODS = 4;

    private final Cache<Key<?>, Entry> entries;
    private final LongSupplier nanoTime;
    private final long periodNanos;
    private volatile int period;
    private long periodBegan;

    /** What finds a value. */
    interface Key<V> {

        /** The most that a value may weigh; a heavier one is not kept. */
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
     * @param budget bytes
     * @param idle after so much time without use a value may go
     * @param nanoTime the clock
     */
    public WeightedCache(long budget, Duration idle, LongSupplier nanoTime) {
        this.budget = budget;
        this.nanoTime = nanoTime;
        this.periodNanos = Math.max(1, idle.toNanos() / PERIODS);
        this.periodBegan = nanoTime.getAsLong();
        this.entries = Caffeine.newBuilder()
                .maximumWeight(budget)
                .weigher((Key<?> key, Entry entry) -> entry.weight)
                // keeps itself in order on the thread that uses it: waking another one takes longer than the work
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

    /** @param weight the bytes that the value and its key hold */
    <V> void put(Key<V> key, V value, long weight) {
        expire();
        if (weight <= key.heaviest(budget)) {
            entries.put(key, new Entry(value, Math.toIntExact(Math.max(1, weight)), period));
        }
    }

    private synchronized void expire() {
        long now = nanoTime.getAsLong();
        if (now - periodBegan >= periodNanos) {
            int passed = (int) Math.min(PERIODS + 1, (now - periodBegan) / periodNanos);
            periodBegan = now;
            period += passed;
            int current = period;
            entries.asMap().values().removeIf(entry -> current - entry.usedIn > PERIODS);
        }
    }

    /** Whether so much of the budget is used that more would soon push out what is there. */
    boolean isWarm() {
        return weight() > budget / 4 * 3;
    }

    /** The bytes in use, as far as weights tell. */
    long weight() {
        entries.cleanUp();
        return entries.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }

    /** How many values are kept. */
    long size() {
        entries.cleanUp();
        return entries.estimatedSize();
    }

    /** The keys of one kind, those likely to be asked for again first. */
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
