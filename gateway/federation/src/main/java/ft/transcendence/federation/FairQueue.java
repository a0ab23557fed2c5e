package ft.transcendence.federation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A bounded queue that serves its sources by turns, however much one of them puts in. Thread-safe.
 *
 * @param <T> what waits
 */
final class FairQueue<T> {

    private final int capacity;
    private final int capacityPerSource;
    private final Map<String, Deque<T>> waiting = new LinkedHashMap<>();
    private int size;

    FairQueue(int capacity, int capacityPerSource) {
        this.capacity = capacity;
        this.capacityPerSource = capacityPerSource;
    }

    /**
     * @param source null if it is not known; these share a turn, and are bounded by the whole queue alone
     * @return whether there was room
     */
    synchronized boolean offer(@Nullable String source, T item) {
        Deque<T> mine = waiting.get(source == null ? "" : source);
        int most = source == null ? capacity : capacityPerSource;
        if (size >= capacity || mine != null && mine.size() >= most) {
            return false;
        }
        if (mine == null) {
            mine = new ArrayDeque<>();
            waiting.put(source == null ? "" : source, mine);
        }
        mine.add(item);
        size++;
        return true;
    }

    /** The first item of the source whose turn it is; null when nothing waits. */
    synchronized @Nullable T poll() {
        Map.Entry<String, Deque<T>> first =
                waiting.isEmpty() ? null : waiting.entrySet().iterator().next();
        if (first == null) {
            return null;
        }
        String source = first.getKey();
        Deque<T> items = first.getValue();
        waiting.remove(source);
        T item = items.remove();
        size--;
        if (!items.isEmpty()) {
            waiting.put(source, items);
        }
        return item;
    }

    synchronized int size() {
        return size;
    }
}
