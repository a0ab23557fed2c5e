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
 * The open event streams. They end first when the application shuts down, while everything they depend on is still
 * available. Clients receive an error that tells them to subscribe again.
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
                        "The server is shutting down. Subscribe again.",
                        Map.of()))
                .build()
                .toSpecification()));
    }

    StreamProperties limits() {
        return limits;
    }

    /** Registers a stream. Returns false and ends the stream if the application is shutting down. */
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
