package ft.transcendence.subgraph.stream;

import ft.transcendence.subgraph.error.CodedError;
import ft.transcendence.subgraph.error.ErrorCode;
import graphql.ExecutionResult;
import graphql.GraphqlErrorBuilder;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import tools.jackson.databind.json.JsonMapper;

/**
 * The connections that carry event streams. When the application stops they are the first to end: clients hear that there is more to follow,
 * elsewhere, and everything that streams depend on is still there meanwhile.
 */
final class EventStreamRegistry implements SmartLifecycle {

    private final StreamProperties limits;
    private final byte[] shutdownEvent;
    private final Set<EventStreamUpgradeHandler> open = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Runnable> onAllClosed = new AtomicReference<>();
    private volatile boolean running;

    EventStreamRegistry(StreamProperties limits, JsonMapper json) {
        this.limits = limits;
        this.shutdownEvent = ServerSentEvent.next(json.writeValueAsBytes(ExecutionResult.newExecutionResult()
                .addError(CodedError.of(
                        GraphqlErrorBuilder.newError(),
                        ErrorCode.UNAVAILABLE,
                        "The server goes down. Follow again.",
                        Map.of()))
                .build()
                .toSpecification()));
    }

    StreamProperties limits() {
        return limits;
    }

    /** Whether the stream may begin; one that comes too late is told so. */
    boolean open(EventStreamUpgradeHandler connection) {
        open.add(connection);
        if (!running) {
            terminate(connection);
        }
        return running;
    }

    void closed(EventStreamUpgradeHandler connection) {
        open.remove(connection);
        if (!running) {
            notifyIfAllClosed();
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public void stop(Runnable callback) {
        running = false;
        onAllClosed.set(callback);
        open.forEach(this::terminate);
        notifyIfAllClosed();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void terminate(EventStreamUpgradeHandler connection) {
        connection.terminate(shutdownEvent, ServerSentEvent.COMPLETE);
    }

    private void notifyIfAllClosed() {
        if (open.isEmpty()) {
            Runnable waiting = onAllClosed.getAndSet(null);
            if (waiting != null) {
                waiting.run();
            }
        }
    }
}
