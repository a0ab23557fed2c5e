package ft.transcendence.gateway.resilience;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One address of a subgraph and its health, as seen from its requests.
 *
 * @param <T> what requests are sent to
 */
public final class Instance<T> {
    private static final long IN_USE = Long.MIN_VALUE;

    private final T target;
    private final EjectionPolicy policy;
    private final AtomicInteger failures = new AtomicInteger();
    /** When it may be tried again. */
    private final AtomicLong leftOutUntil = new AtomicLong(IN_USE);

    Instance(T target, EjectionPolicy policy) {
        this.target = target;
        this.policy = policy;
    }

    public T target() {
        return target;
    }

    /** Whether a request can be sent to it. After a time without any, only the first to ask gets yes, until it knows more. */
    boolean admits(long now) {
        long until = leftOutUntil.get();
        return until == IN_USE || (now - until >= 0 && leftOutUntil.compareAndSet(until, later(now)));
    }

    void succeeded() {
        if (failures.get() != 0) {
            failures.set(0);
            leftOutUntil.set(IN_USE);
        }
    }

    void failed(long now) {
        if (failures.incrementAndGet() >= policy.failures()) {
            leftOutUntil.set(later(now));
        }
    }

    private long later(long now) {
        long until = now + policy.duration().toNanos();
        return until == IN_USE ? until + 1 : until;
    }
}
