package ft.transcendence.gateway.tracing;

import ft.transcendence.federation.GraphQLRequest;
import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.ResponseError;
import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.gateway.operation.CompletedOperation;
import ft.transcendence.gateway.operation.OperationRecord;
import ft.transcendence.gateway.operation.OperationTracer;
import ft.transcendence.platform.tracing.Spans;
import io.netty.handler.codec.http.HttpHeaders;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The span of one operation, with names and attributes by OpenTelemetry's conventions for HTTP and GraphQL. Its children are the
 * preparation, if the operation was not cached, and the requests to subgraphs.
 */
final class OperationSpan implements OperationTracer.OperationTrace {
    private static final int LONGEST_NAME = 100;

    private final Spans spans;
    private final Span span;
    private @Nullable Span preparation;

    OperationSpan(Spans spans, OperationRecord.Transport transport, String method, HttpHeaders headers) {
        this.spans = spans;
        this.span = spans.continued(
                headers::get,
                SpanKind.SERVER,
                switch (transport) {
                    case HTTP, EVENT_STREAM -> method + " graphql";
                    case WEBSOCKET -> "websocket graphql";
                });
        span.setAttribute("http.request.method", method);
    }

    @Override
    public String traceId() {
        return span.getSpanContext().getTraceId();
    }

    @Override
    public synchronized void preparing() {
        if (preparation == null) {
            preparation = spans.child(span, SpanKind.INTERNAL, "prepare operation");
        }
    }

    @Override
    public synchronized void prepared() {
        if (preparation != null) {
            preparation.end();
        }
    }

    @Override
    public OperationTracer.FetchTrace begin(SubgraphRequest fetch) {
        return new FetchSpan(spans.child(span, SpanKind.CLIENT, "subgraph " + fetch.subgraph()), fetch);
    }

    @Override
    public void end(CompletedOperation operation) {
        if (!span.isRecording()) {
            return;
        }
        OperationRecord record = operation.record();
        describe(record.engine().kind(), nameOf(record));
        if (operation.status() != 0) {
            span.setAttribute("http.response.status_code", operation.status());
        }
        if (operation.error() != null) {
            span.setAttribute("error.type", operation.error().name());
        }
        String codes =
                record.errors().stream().map(ResponseError::code).distinct().collect(Collectors.joining(","));
        if (!codes.isEmpty()) {
            span.setAttribute("graphql.error.codes", codes);
        }
        if (operation.status() >= 500 || !codes.isEmpty()) {
            span.setStatus(StatusCode.ERROR);
        }
        // also if the operation was refused while it was prepared
        prepared();
        span.end();
    }

    private void describe(@Nullable OperationKind kind, @Nullable String name) {
        if (kind != null) {
            String type = kind.name().toLowerCase(Locale.ROOT);
            span.setAttribute("graphql.operation.type", type);
            span.updateName(name == null ? type : type + " " + name);
        }
        if (name != null) {
            span.setAttribute("graphql.operation.name", name);
        }
    }

    private static @Nullable String nameOf(OperationRecord record) {
        GraphQLRequest request = record.request();
        String name = record.engine().name() == null && request != null
                ? request.operationName()
                : record.engine().name();
        return name == null || name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }
}
