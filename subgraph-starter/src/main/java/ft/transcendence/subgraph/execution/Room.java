package ft.transcendence.subgraph.execution;

import java.util.concurrent.atomic.AtomicLong;

/** The values that all executions together may hold. */
final class Room {

    private final AtomicLong free;

    Room(long values) {
        free = new AtomicLong(values);
    }

    /** Takes room for so many values if there is that much. */
    boolean take(long values) {
        if (free.addAndGet(-values) >= 0) {
            return true;
        }
        free.addAndGet(values);
        return false;
    }

    void giveBack(long values) {
        free.addAndGet(values);
    }

    long free() {
        return free.get();
    }
}
