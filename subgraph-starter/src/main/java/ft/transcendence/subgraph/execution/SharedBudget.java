package ft.transcendence.subgraph.execution;

import java.util.concurrent.atomic.AtomicLong;

/** The number of values that all executions together may hold. */
final class SharedBudget {

    private final AtomicLong available;

    SharedBudget(long values) {
        available = new AtomicLong(values);
    }

    /** Acquires the values if that many are available. */
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
