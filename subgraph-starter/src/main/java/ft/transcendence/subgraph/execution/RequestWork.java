package ft.transcendence.subgraph.execution;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a request's own thread does until its answer is written. GraphQL knows the execution, and JDBC the statement: that they
 * belong together is known from the thread, on which both happen.
 */
final class RequestWork implements AutoCloseable {

    private static final ThreadLocal<@Nullable RequestWork> CURRENT = new ThreadLocal<>();

    private final CallerConnection caller;
    private @Nullable ExecutionBudget execution;

    private RequestWork(CallerConnection caller) {
        this.caller = caller;
    }

    /** Begins on this thread; ends by {@link #close()}. */
    static RequestWork begin(CallerConnection caller) {
        RequestWork work = new RequestWork(caller);
        CURRENT.set(work);
        return work;
    }

    /** That of this thread, unless it works on no request. */
    static Optional<RequestWork> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    CallerConnection caller() {
        return caller;
    }

    /** Tells which execution the request led to. */
    void execute(ExecutionBudget budget) {
        execution = budget;
    }

    Optional<ExecutionBudget> execution() {
        return Optional.ofNullable(execution);
    }

    @Override
    public void close() {
        CURRENT.remove();
    }
}
