package ft.transcendence.subgraph.execution;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The request handled by the current thread. GraphQL knows the execution and JDBC knows the statement. This class
 * connects the two, since both use the request's thread.
 */
final class RequestContext implements AutoCloseable {

    private static final ThreadLocal<@Nullable RequestContext> CURRENT = new ThreadLocal<>();

    private final DisconnectDetector client;
    private @Nullable ExecutionBudget execution;

    private RequestContext(DisconnectDetector client) {
        this.client = client;
    }

    /** Starts a context on this thread, until {@link #close()}. */
    static RequestContext begin(DisconnectDetector client) {
        RequestContext context = new RequestContext(client);
        CURRENT.set(context);
        return context;
    }

    /** The context of this thread; empty if it does not handle a request. */
    static Optional<RequestContext> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    DisconnectDetector client() {
        return client;
    }

    /** Sets the budget of the request's execution. */
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
