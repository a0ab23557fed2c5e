package ft.transcendence.testkit;

import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.federation.SubgraphResponse;
import ft.transcendence.federation.SubgraphTransport;
import ft.transcendence.testkit.json.Json;
import ft.transcendence.testkit.subgraph.SubgraphCall;
import ft.transcendence.testkit.subgraph.SubgraphExecutor;
import graphql.ExecutionResult;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Calls the subgraphs within the JVM, and writes every request down. */
final class InProcessTransport implements SubgraphTransport {

    private final Map<String, SubgraphExecutor> executors;

    InProcessTransport(Map<String, SubgraphExecutor> executors) {
        this.executors = Map.copyOf(executors);
    }

    @Override
    public CompletableFuture<SubgraphResponse> send(SubgraphRequest request) {
        SubgraphCall call = call(request);
        RequestLog.Entry entry = OperationSession.of(request.context()).log().begin(call);
        return execute(call)
                .handle((result, failure) -> answer(entry, result, failure))
                .toCompletableFuture();
    }

    @Override
    public Flow.Publisher<SubgraphResponse> subscribe(SubgraphRequest request) {
        SubgraphCall call = call(request);
        RequestLog.Entry entry = OperationSession.of(request.context()).log().begin(call);
        return new EventPublisher(() -> execute(call), entry);
    }

    /** What the subgraph throws is a failure of the request, as the engine expects it. */
    private CompletionStage<ExecutionResult> execute(SubgraphCall call) {
        try {
            return Objects.requireNonNull(executors.get(call.subgraph())).execute(call);
        } catch (RuntimeException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    private static SubgraphResponse answer(
            RequestLog.Entry entry, @Nullable ExecutionResult result, @Nullable Throwable failure) {
        if (failure != null || result == null) {
            Throwable reason = reasonOf(failure);
            entry.failed(reason);
            throw new CompletionException(reason);
        }
        return answered(entry, result);
    }

    /** Writes a result down, and passes it on as a response. */
    static SubgraphResponse answered(RequestLog.Entry entry, ExecutionResult result) {
        Map<String, @Nullable Object> body = new LinkedHashMap<String, @Nullable Object>(result.toSpecification());
        entry.answered(body);
        return new SubgraphResponse(200, Json.write(body).getBytes(StandardCharsets.UTF_8));
    }

    /** Why there is no result, without what futures wrap it into. */
    static Throwable reasonOf(@Nullable Throwable failure) {
        if (failure == null) {
            return new IllegalStateException("The subgraph returned null");
        }
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private static SubgraphCall call(SubgraphRequest request) {
        Map<String, @Nullable Object> body = Json.readObject(
                StandardCharsets.UTF_8.decode(request.body().duplicate()).toString());
        OperationSession session = OperationSession.of(request.context());
        return new SubgraphCall(
                request.subgraph(),
                String.valueOf(body.get("query")),
                (String) body.get("operationName"),
                body.get("variables") instanceof Map<?, ?> variables ? Json.object(variables) : Map.of(),
                session.headers(),
                session.context());
    }
}
