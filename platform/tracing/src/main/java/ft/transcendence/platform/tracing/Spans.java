package ft.transcendence.platform.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Makes the spans of one application. Whether a trace is recorded is decided where it begins, and by a share of all traces; whoever
 * continues a trace does as its {@code traceparent} says.
 */
public final class Spans implements AutoCloseable {
    private static final int CLOSE_SECONDS = 5;

    /** Finds a header by its name in lower case; null if there is none. */
    @FunctionalInterface
    public interface Headers {
        @Nullable String get(String name);
    }

    private static final TextMapGetter<Headers> HEADERS = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Headers headers) {
            return List.of();
        }

        @Override
        public @Nullable String get(@Nullable Headers headers, String name) {
            return headers == null ? null : headers.get(name);
        }
    };

    private final SdkTracerProvider provider;
    private final Tracer tracer;

    /**
     * @param service the application's name in traces
     * @param sampling the share of the traces that begin here which is recorded, from 0 to 1
     * @param processor gets finished spans
     */
    public Spans(String service, double sampling, SpanProcessor processor) {
        this.provider = SdkTracerProvider.builder()
                .setResource(Resource.getDefault()
                        .merge(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), service))))
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(sampling)))
                .addSpanProcessor(processor)
                .build();
        this.tracer = provider.get("ft.transcendence");
    }

    /** Spans that are sent. */
    public static Spans exported(String service, double sampling, SpanExport export) {
        return new Spans(service, sampling, export.start());
    }

    /** A span that continues the trace of the sender's {@code traceparent}, or begins a new one. */
    public Span continued(Headers sender, SpanKind kind, String name) {
        Context remote = W3CTraceContextPropagator.getInstance().extract(Context.root(), sender, HEADERS);
        return tracer.spanBuilder(name).setParent(remote).setSpanKind(kind).startSpan();
    }

    /** A span within another one. */
    public Span child(Span parent, SpanKind kind, String name) {
        return tracer.spanBuilder(name)
                .setParent(Context.root().with(parent))
                .setSpanKind(kind)
                .startSpan();
    }

    /** The {@code traceparent} by which another process continues the span's trace. */
    public static String traceParentOf(Span span) {
        SpanContext context = span.getSpanContext();
        return "00-" + context.getTraceId() + '-' + context.getSpanId() + '-'
                + context.getTraceFlags().asHex();
    }

    /** Sends what waits to be sent. */
    @Override
    public void close() {
        provider.shutdown().join(CLOSE_SECONDS, TimeUnit.SECONDS);
    }
}
