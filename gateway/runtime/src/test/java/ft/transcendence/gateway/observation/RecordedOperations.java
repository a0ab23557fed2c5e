package ft.transcendence.gateway.observation;

import ft.transcendence.federation.FetchObserver;
import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.RequestContext;
import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.federation.SubgraphResponse;
import ft.transcendence.gateway.operation.AccessLogProperties;
import ft.transcendence.gateway.operation.CompletedOperation;
import ft.transcendence.gateway.operation.OperationListener;
import ft.transcendence.gateway.operation.OperationRecord;
import ft.transcendence.gateway.operation.OperationRecords;
import ft.transcendence.gateway.operation.OperationTracer;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Operations that a test records, by a clock that it moves. */
final class RecordedOperations implements OperationListener {
    final List<CompletedOperation> completed = new ArrayList<>();
    private long nanos;
    private final OperationRecords records;

    RecordedOperations(OperationListener... others) {
        List<OperationListener> listeners = new ArrayList<>(List.of(others));
        listeners.add(this);
        this.records = new OperationRecords(listeners, new AccessLogProperties(true), OperationTracer.OFF, () -> nanos);
    }

    @Override
    public void completed(CompletedOperation operation) {
        completed.add(operation);
    }

    /** @param headers names and values */
    OperationRecord open(OperationRecord.Transport transport, String... headers) {
        HttpHeaders all = new DefaultHttpHeaders(false);
        for (int i = 0; i < headers.length; i += 2) {
            all.set(headers[i], headers[i + 1]);
        }
        return records.open(transport, "POST", all);
    }

    long nanos() {
        return nanos;
    }

    void pass(Duration time) {
        nanos += time.toNanos();
    }

    /** A fetch that takes this long and is answered. */
    void fetch(OperationRecord record, String subgraph, int millis) {
        FetchObserver fetch = start(record, subgraph, OperationKind.QUERY);
        pass(Duration.ofMillis(millis));
        fetch.answered(new SubgraphResponse(200, new byte[100]), List.of());
    }

    static FetchObserver start(OperationRecord record, String subgraph, OperationKind kind) {
        return record.observer()
                .fetchStarted(new SubgraphRequest(
                        subgraph, "http://" + subgraph, ByteBuffer.allocate(0), kind, RequestContext.anonymous()));
    }

    static GraphQLResponse response(String code, @Nullable String subgraph) {
        Map<String, @Nullable Object> extensions = new LinkedHashMap<>();
        extensions.put("code", code);
        if (subgraph != null) {
            extensions.put("service", subgraph);
        }
        return new GraphQLResponse(
                GraphQLResponse.Kind.EXECUTED, new byte[10], 10, List.of(Map.of("extensions", extensions)));
    }
}
