package ft.transcendence.subgraph.execution;

import ft.transcendence.subgraph.error.ErrorCode;
import graphql.ExecutionInput;
import graphql.execution.instrumentation.InstrumentationState;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What is left for one execution. Once something is used up the engine is told to stop: it fetches no further field, and its
 * data loaders load nothing more.
 */
final class ExecutionBudget implements InstrumentationState {

    private static final long CHECK_INTERVAL_NANOS = 100_000_000;

    /** Shared room is taken in portions, so that executions do not contend for each value. */
    private static final long PORTION = 256;

    private final ExecutionInput execution;
    private final ExecutionProperties limits;
    private final SharedBudget sharedBudget;
    private final LongSupplier nanos;
    private final BooleanSupplier clientDisconnected;
    private final AtomicLong used = new AtomicLong();
    private final AtomicLong held = new AtomicLong();
    private volatile long start;
    private volatile long nextCheck;
    private volatile @Nullable Cancellation cancellation;

    /** Why an execution was stopped. */
    record Cancellation(ErrorCode code, String message) {}

    ExecutionBudget(
            ExecutionInput execution,
            ExecutionProperties limits,
            SharedBudget sharedBudget,
            LongSupplier nanos,
            BooleanSupplier clientDisconnected) {
        this.execution = execution;
        this.limits = limits;
        this.sharedBudget = sharedBudget;
        this.nanos = nanos;
        this.clientDisconnected = clientDisconnected;
        restart();
    }

    /** Starts anew, as for the next event of a stream. */
    void restart() {
        used.set(0);
        start = nanos.getAsLong();
        nextCheck = start + CHECK_INTERVAL_NANOS;
    }

    /** Takes what so many values need, before they are computed; looks at clock and caller, too. */
    void consume(long values) {
        if (cancellation != null) {
            return;
        }
        long total = used.addAndGet(values);
        if (total > limits.values()) {
            stop(
                    ErrorCode.TOO_EXPENSIVE,
                    "The operation asks for more than " + limits.values() + " values at once. Ask for smaller pages.");
        } else if (!ensureHeld(total)) {
            stop(ErrorCode.UNAVAILABLE, "Too much is being asked for at the moment. Try again.");
        } else {
            check();
        }
    }

    /** Refuses more entities than are looked up at once; as many values are taken for those that are. */
    void consumeEntities(int representations) {
        if (representations > limits.representations()) {
            stop(ErrorCode.TOO_EXPENSIVE, "At most " + limits.representations() + " entities are looked up at once.");
        } else {
            consume(representations);
        }
    }

    private boolean ensureHeld(long total) {
        long missing = total - held.get();
        if (missing <= 0) {
            return true;
        }
        long portion = Math.max(missing, PORTION);
        if (!sharedBudget.tryAcquire(portion)) {
            return false;
        }
        held.addAndGet(portion);
        return true;
    }

    /** Looks at clock and caller. */
    void check() {
        if (cancellation != null) {
            return;
        }
        long now = nanos.getAsLong();
        if (now - start > limits.deadline().toNanos()) {
            stop(
                    ErrorCode.TIMED_OUT,
                    "The operation took longer than " + limits.deadline().toMillis() + " ms.");
        } else if (now - nextCheck >= 0) {
            nextCheck = now + CHECK_INTERVAL_NANOS;
            if (clientDisconnected.getAsBoolean()) {
                stop(ErrorCode.UNAVAILABLE, "Nobody waits for the answer any more.");
            }
        }
    }

    private void stop(ErrorCode code, String message) {
        cancellation = new Cancellation(code, message);
        execution.cancel();
    }

    /** Gives the shared room back; what comes later takes it again. */
    void release() {
        sharedBudget.release(held.getAndSet(0));
    }

    Optional<Cancellation> cancellation() {
        return Optional.ofNullable(cancellation);
    }
}
