package ft.transcendence.platform.tracing;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.net.URI;
import java.time.Duration;

/**
 * How spans are sent.
 *
 * @param endpoint base address of what accepts OTLP over HTTP, such as {@code http://localhost:4318}
 * @param every how often finished spans are sent
 * @param maxWaiting finished spans that may wait to be sent; further ones are lost
 */
public record SpanExport(URI endpoint, Duration every, int maxWaiting) {
    private static final int LARGEST_BATCH = 512;

    public SpanExport {
        if (!endpoint.isAbsolute() || endpoint.getHost() == null) {
            throw new IllegalArgumentException(
                    "the endpoint for traces must be an address such as http://localhost:4318, but is '" + endpoint
                            + "'");
        }
    }

    /** Where spans are sent. */
    String spansEndpoint() {
        String base = endpoint.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/v1/traces";
    }

    SpanProcessor start() {
        return BatchSpanProcessor.builder(OtlpHttpSpanExporter.builder()
                        .setEndpoint(spansEndpoint())
                        .build())
                .setScheduleDelay(every)
                .setMaxQueueSize(maxWaiting)
                .setMaxExportBatchSize(Math.min(LARGEST_BATCH, maxWaiting))
                .build();
    }
}
