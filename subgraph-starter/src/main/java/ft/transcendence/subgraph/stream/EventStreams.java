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
 * The connections that carry streams. When the application stops they are the first to end: clients hear that there is more to follow,
 * elsewhere, and everything that streams depend on is still there meanwhile.
 */
final class EventStreams implements SmartLifecycle {

    private final StreamProperties limits;
    private final byte[] farewell;
    private final Set<EventStreamConnection> open = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Runnable> whenAllHaveEnded = new AtomicReference<>();
    private volatile boolean running;

    EventStreams(StreamProperties limits, JsonMapper json) {
        this.limits = limits;
        this.farewell = ServerSentEvent.next(json.writeValueAsBytes(ExecutionResult.newExecutionResult()
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
    boolean opened(EventStreamConnection connection) {
        open.add(connection);
        if (!running) {
            interrupt(connection);
        }
        return running;
    }

    void closed(EventStreamConnection connection) {
        open.remove(connection);
        if (!running) {
            tellWhenAllHaveEnded();
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
        whenAllHaveEnded.set(callback);
        open.forEach(this::interrupt);
        tellWhenAllHaveEnded();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void interrupt(EventStreamConnection connection) {
        connection.interrupt(farewell, ServerSentEvent.COMPLETE);
    }

    private void tellWhenAllHaveEnded() {
        if (open.isEmpty()) {
            Runnable waiting = whenAllHaveEnded.getAndSet(null);
            if (waiting != null) {
                waiting.run();
            }
        }
    }
}
