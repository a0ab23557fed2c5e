package ft.transcendence.gateway.operation;

import ft.transcendence.federation.FetchFailure;
import ft.transcendence.federation.FetchObserver;
import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.ResponseError;
import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.federation.SubgraphResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One request to a subgraph while it runs. */
final class FetchRecord implements FetchObserver, OperationTracer.FetchHeaders {
    private final OperationRecord operation;
    private final String subgraph;
    private final OperationKind kind;
    private final Audience audience;
    private final OperationTracer.@Nullable FetchTrace trace;
    private final long began;

    FetchRecord(
            OperationRecord operation,
            SubgraphRequest request,
            Audience audience,
            OperationTracer.@Nullable FetchTrace trace) {
        this.operation = operation;
        this.subgraph = request.subgraph();
        this.kind = request.kind();
        this.audience = audience;
        this.trace = trace;
        this.began = audience.now();
        if (kind == OperationKind.SUBSCRIPTION) {
            audience.listeners().forEach(listener -> listener.streamOpened(subgraph));
        }
    }

    @Override
    public void answered(SubgraphResponse response, List<ResponseError> errors) {
        if (audience.isDetailed()) {
            complete(response.status(), response.body().length, errors, null);
        }
    }

    @Override
    public void failed(FetchFailure failure) {
        complete(failure.status(), 0, List.of(), failure);
    }

    @Override
    public @Nullable String traceParent() {
        return trace == null ? null : trace.traceParent();
    }

    @Override
    public void ended() {
        if (trace != null) {
            trace.ended();
        }
        audience.listeners().forEach(listener -> listener.streamEnded(subgraph));
    }

    private void complete(int status, int bytes, List<ResponseError> errors, @Nullable FetchFailure failure) {
        Duration duration = Duration.ofNanos(audience.now() - began);
        CompletedFetch fetch = new CompletedFetch(subgraph, kind, duration, status, bytes, errors, failure);
        operation.add(fetch);
        if (trace != null) {
            trace.end(fetch);
        }
        audience.listeners().forEach(listener -> listener.fetched(operation, fetch));
    }
}
