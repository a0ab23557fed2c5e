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
 * The remaining values and time of an execution. When the budget is used up, the execution is cancelled: the engine
 * fetches no further fields, and data loaders load nothing more.
 */
final class ExecutionBudget implements InstrumentationState {

    private static final long CHECK_INTERVAL_NANOS = 100_000_000;

    /** Values are acquired from the shared budget in portions, to reduce contention. */
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

    /** Why an execution was cancelled. */
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

    /** Resets the budget, for the next event of a stream. */
    void restart() {
        used.set(0);
        start = nanos.getAsLong();
        nextCheck = start + CHECK_INTERVAL_NANOS;
    }

    /** Consumes values before they are computed. Also checks the deadline and the client. */
    void consume(long values) {
        if (cancellation != null) {
            return;
        }
        long total = used.addAndGet(values);
        if (total > limits.values()) {
            stop(
                    ErrorCode.TOO_EXPENSIVE,
                    "The operation selects more than " + limits.values() + " values. Request smaller pages.");
        } else if (!ensureHeld(total)) {
            stop(ErrorCode.UNAVAILABLE, "The server is busy. Try again.");
        } else {
            check();
        }
    }

    /** Consumes a value per entity. Cancels the execution if these are more entities than allowed at once. */
    void consumeEntities(int representations) {
        if (representations > limits.representations()) {
            stop(ErrorCode.TOO_EXPENSIVE, "Request at most " + limits.representations() + " entities at once.");
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

    /** Checks the deadline, and whether the client is still connected. */
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
                stop(ErrorCode.UNAVAILABLE, "The client disconnected.");
            }
        }
    }

    private void stop(ErrorCode code, String message) {
        cancellation = new Cancellation(code, message);
        execution.cancel();
    }

    /** Returns the values to the shared budget. Values consumed later are acquired again. */
    void release() {
        sharedBudget.release(held.getAndSet(0));
    }

    Optional<Cancellation> cancellation() {
        return Optional.ofNullable(cancellation);
    }
}
