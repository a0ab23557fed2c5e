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

    private static final long BETWEEN_LOOKS_NANOS = 100_000_000;

    /** Shared room is taken in portions, so that executions do not contend for each value. */
    private static final long PORTION = 256;

    private final ExecutionInput execution;
    private final ExecutionProperties limits;
    private final Room room;
    private final LongSupplier nanos;
    private final BooleanSupplier callerIsGone;
    private final AtomicLong used = new AtomicLong();
    private final AtomicLong held = new AtomicLong();
    private volatile long start;
    private volatile long nextLook;
    private volatile @Nullable Refusal refusal;

    /** Why an execution was stopped. */
    record Refusal(ErrorCode code, String message) {}

    ExecutionBudget(
            ExecutionInput execution,
            ExecutionProperties limits,
            Room room,
            LongSupplier nanos,
            BooleanSupplier callerIsGone) {
        this.execution = execution;
        this.limits = limits;
        this.room = room;
        this.nanos = nanos;
        this.callerIsGone = callerIsGone;
        begin();
    }

    /** Starts anew, as for the next event of a stream. */
    void begin() {
        used.set(0);
        start = nanos.getAsLong();
        nextLook = start + BETWEEN_LOOKS_NANOS;
    }

    /** Takes what so many values need, before they are computed; looks at clock and caller, too. */
    void take(long values) {
        if (refusal != null) {
            return;
        }
        long total = used.addAndGet(values);
        if (total > limits.values()) {
            stop(
                    ErrorCode.TOO_EXPENSIVE,
                    "The operation asks for more than " + limits.values() + " values at once. Ask for smaller pages.");
        } else if (!isHeld(total)) {
            stop(ErrorCode.UNAVAILABLE, "Too much is being asked for at the moment. Try again.");
        } else {
            look();
        }
    }

    /** Refuses more entities than are looked up at once; as many values are taken for those that are. */
    void takeEntities(int representations) {
        if (representations > limits.representations()) {
            stop(ErrorCode.TOO_EXPENSIVE, "At most " + limits.representations() + " entities are looked up at once.");
        } else {
            take(representations);
        }
    }

    private boolean isHeld(long total) {
        long missing = total - held.get();
        if (missing <= 0) {
            return true;
        }
        long portion = Math.max(missing, PORTION);
        if (!room.take(portion)) {
            return false;
        }
        held.addAndGet(portion);
        return true;
    }

    /** Looks at clock and caller. */
    void look() {
        if (refusal != null) {
            return;
        }
        long now = nanos.getAsLong();
        if (now - start > limits.deadline().toNanos()) {
            stop(
                    ErrorCode.TIMED_OUT,
                    "The operation took longer than " + limits.deadline().toMillis() + " ms.");
        } else if (now - nextLook >= 0) {
            nextLook = now + BETWEEN_LOOKS_NANOS;
            if (callerIsGone.getAsBoolean()) {
                stop(ErrorCode.UNAVAILABLE, "Nobody waits for the answer any more.");
            }
        }
    }

    private void stop(ErrorCode code, String message) {
        refusal = new Refusal(code, message);
        execution.cancel();
    }

    /** Gives the shared room back; what comes later takes it again. */
    void end() {
        room.giveBack(held.getAndSet(0));
    }

    Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }
}
