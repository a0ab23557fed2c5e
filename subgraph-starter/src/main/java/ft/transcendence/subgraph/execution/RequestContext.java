package ft.transcendence.subgraph.execution;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a request's own thread does until its answer is written. GraphQL knows the execution, and JDBC the statement: that they
 * belong together is known from the thread, on which both happen.
 */
final class RequestContext implements AutoCloseable {

    private static final ThreadLocal<@Nullable RequestContext> CURRENT = new ThreadLocal<>();

    private final DisconnectDetector client;
    private @Nullable ExecutionBudget execution;

    private RequestContext(DisconnectDetector client) {
        this.client = client;
    }

    /** Begins on this thread; ends by {@link #close()}. */
    static RequestContext begin(DisconnectDetector client) {
        RequestContext context = new RequestContext(client);
        CURRENT.set(context);
        return context;
    }

    /** That of this thread, unless it works on no request. */
    static Optional<RequestContext> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    DisconnectDetector client() {
        return client;
    }

    /** Tells which execution the request led to. */
    void attach(ExecutionBudget budget) {
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
