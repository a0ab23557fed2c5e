package ft.transcendence.gateway.tracing;

import ft.transcendence.gateway.operation.OperationRecord;
import ft.transcendence.gateway.operation.OperationTracer;
import ft.transcendence.platform.tracing.SpanExport;
import ft.transcendence.platform.tracing.Spans;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Traces operations if there is an endpoint for traces. Otherwise it loads none of OpenTelemetry's classes. */
@Component
final class GatewayTracer implements OperationTracer, DisposableBean {
    private final @Nullable Spans spans;

    @Autowired
    GatewayTracer(TracingProperties properties) {
        this(properties.isOn() ? exported(properties) : null);
    }

    /** @param spans null if traces are off */
    GatewayTracer(@Nullable Spans spans) {
        this.spans = spans;
    }

    private static Spans exported(TracingProperties properties) {
        return Spans.exported(
                properties.serviceName(),
                properties.sampling(),
                new SpanExport(URI.create(properties.endpoint()), properties.exportEvery(), properties.maxWaiting()));
    }

    @Override
    public boolean isOn() {
        return spans != null;
    }

    @Override
    public Optional<OperationTrace> begin(OperationRecord.Transport transport, String method, HttpHeaders headers) {
        return spans == null ? Optional.empty() : Optional.of(new OperationSpan(spans, transport, method, headers));
    }

    /** Sends what is waiting. */
    @Override
    public void destroy() {
        if (spans != null) {
            spans.close();
        }
    }
}
