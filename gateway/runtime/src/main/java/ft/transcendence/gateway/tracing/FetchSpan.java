package ft.transcendence.gateway.tracing;

import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.ResponseError;
import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.gateway.operation.CompletedFetch;
import ft.transcendence.gateway.operation.OperationTracer;
import ft.transcendence.platform.tracing.Spans;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.util.Locale;
import java.util.stream.Collectors;

/** The span of one request to a subgraph. That of a subscription lasts as long as its stream. */
final class FetchSpan implements OperationTracer.FetchTrace {
    private final Span span;
    private final boolean isStream;

    FetchSpan(Span span, SubgraphRequest fetch) {
        this.span = span;
        this.isStream = fetch.kind() == OperationKind.SUBSCRIPTION;
        span.setAttribute("subgraph", fetch.subgraph());
        span.setAttribute("graphql.operation.type", fetch.kind().name().toLowerCase(Locale.ROOT));
    }

    @Override
    public String traceParent() {
        return Spans.traceParentOf(span);
    }

    @Override
    public void end(CompletedFetch fetch) {
        if (fetch.status() != 0) {
            span.setAttribute("http.response.status_code", fetch.status());
        }
        if (fetch.failure() != null) {
            span.setAttribute("error.type", fetch.failure().reason().name());
            span.setStatus(StatusCode.ERROR);
        } else if (!fetch.errors().isEmpty()) {
            span.setAttribute("graphql.error.codes", codesOf(fetch));
            span.setStatus(StatusCode.ERROR);
        }
        if (!isStream) {
            span.end();
        }
    }

    private static String codesOf(CompletedFetch fetch) {
        return fetch.errors().stream()
                .map(ResponseError::code)
                .distinct()
                .limit(10)
                .collect(Collectors.joining(","));
    }

    @Override
    public void ended() {
        span.end();
    }
}
