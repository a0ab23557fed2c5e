package ft.transcendence.federation.scheduling;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A bounded queue whose sources take turns, however many items one of them adds. Not thread-safe.
 *
 * @param <T> the items
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
     * @param source null if it is unknown; all unknown sources share a turn, and only the capacity of the whole queue limits them
     * @return whether there was room for the item
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

    /** Removes the first item of the source whose turn it is; null if the queue is empty. */
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

    /** Removes an item before its turn, if it is in the queue. */
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

    /** How many items wait. */
    int size() {
        return size;
    }
}
