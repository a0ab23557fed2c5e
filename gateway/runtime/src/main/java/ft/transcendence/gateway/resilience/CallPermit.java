package ft.transcendence.gateway.resilience;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A circuit breaker's permission for one call. The first outcome counts, so a call may be cancelled while it ends. */
public final class CallPermit {
    private final CircuitBreaker breaker;
    private final AtomicBoolean over = new AtomicBoolean();

    private CallPermit(CircuitBreaker breaker) {
        this.breaker = breaker;
    }

    /** Null when the circuit breaker refuses the call. */
    public static @Nullable CallPermit from(CircuitBreaker breaker) {
        return breaker.tryAcquirePermission() ? new CallPermit(breaker) : null;
    }

    public void succeeded() {
        if (over.compareAndSet(false, true)) {
            breaker.onSuccess(0, TimeUnit.NANOSECONDS);
        }
    }

    public void failed(Throwable reason) {
        if (over.compareAndSet(false, true)) {
            breaker.onError(0, TimeUnit.NANOSECONDS, reason);
        }
    }

    /** The outcome says nothing about the subgraph. */
    public void abandoned() {
        if (over.compareAndSet(false, true)) {
            breaker.releasePermission();
        }
    }
}
