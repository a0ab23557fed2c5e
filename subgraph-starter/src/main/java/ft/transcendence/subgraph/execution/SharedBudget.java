package ft.transcendence.subgraph.execution;

import java.util.concurrent.atomic.AtomicLong;

/** The values that all executions together may hold. */
final class SharedBudget {

    private final AtomicLong available;

    SharedBudget(long values) {
        available = new AtomicLong(values);
    }

    /** Takes room for so many values if there is that much. */
    boolean tryAcquire(long values) {
        if (available.addAndGet(-values) >= 0) {
            return true;
        }
        available.addAndGet(values);
        return false;
    }

    void release(long values) {
        available.addAndGet(values);
    }

    long available() {
        return available.get();
    }
}
