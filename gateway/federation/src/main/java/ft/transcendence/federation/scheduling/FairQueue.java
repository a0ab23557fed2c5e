package ft.transcendence.federation.scheduling;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A bounded queue that serves its sources by turns, however much one of them puts in. For one thread at a time.
 *
 * @param <T> what waits
 */
final class FairQueue<T> {

    private final int capacity;
    private final int capacityPerSource;
    private final LinkedHashMap<@Nullable String, Deque<T>> waiting = new LinkedHashMap<>();
    private int size;

    FairQueue(int capacity, int capacityPerSource) {
        this.capacity = capacity;
        this.capacityPerSource = capacityPerSource;
    }

    /**
     * @param source null if it is not known; these share a turn, and are bounded by the whole queue alone
     * @return whether there was room
     */
    boolean offer(@Nullable String source, T item) {
        Deque<T> items = waiting.get(source);
        if (size >= capacity || items != null && source != null && items.size() >= capacityPerSource) {
            return false;
        }
        waiting.computeIfAbsent(source, unknown -> new ArrayDeque<>()).add(item);
        size++;
        return true;
    }

    /** The first item of the source whose turn it is; null when nothing waits. */
    @Nullable T poll() {
        if (waiting.isEmpty()) {
            return null;
        }
        @Nullable String source = waiting.firstEntry().getKey();
        Deque<T> items = waiting.pollFirstEntry().getValue();
        T item = items.remove();
        size--;
        if (!items.isEmpty()) {
            waiting.put(source, items);
        }
        return item;
    }

    /** Takes one out before its turn, if it is there. */
    void remove(@Nullable String source, T item) {
        Deque<T> items = waiting.get(source);
        if (items == null || !items.remove(item)) {
            return;
        }
        size--;
        if (items.isEmpty()) {
            waiting.remove(source);
        }
    }

    /** How much waits. */
    int size() {
        return size;
    }
}
