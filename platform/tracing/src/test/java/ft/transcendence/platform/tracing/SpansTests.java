package ft.transcendence.platform.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class SpansTests {
    private static final String TRACE = "0123456789abcdef0123456789abcdef";

    private static SpanExport to(String endpoint) {
        return new SpanExport(URI.create(endpoint), Duration.ofHours(1), 10);
    }

    @Test
    void sendsSpansToACollectorAtTheLatestWhenClosed() throws IOException {
        List<String> received = new CopyOnWriteArrayList<>();
        HttpServer collector = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        try {
            URI endpoint =
                    URI.create("http://127.0.0.1:" + collector.getAddress().getPort() + "/");
            Spans spans = Spans.exported("players", 1, new SpanExport(endpoint, Duration.ofHours(1), 10));
            Span request = spans.continued(name -> null, SpanKind.SERVER, "request");
            spans.child(request, SpanKind.CLIENT, "database").end();
            request.end();
            spans.close();
        } finally {
            collector.stop(0);
        }
        assertThat(received).singleElement().asString().contains("players", "request", "database");
    }

    @Test
    void continuesTheTraceOfTheSenderAsItWasSampled() {
        try (Spans spans = Spans.exported("players", 0, to("http://127.0.0.1:1"))) {
            Span sampled = spans.continued(header("00-" + TRACE + "-0123456789abcdef-01"), SpanKind.SERVER, "a");
            Span unsampled = spans.continued(header("00-" + TRACE + "-0123456789abcdef-00"), SpanKind.SERVER, "b");
            Span own = spans.continued(header("nonsense"), SpanKind.SERVER, "c");

            assertThat(sampled.isRecording()).isTrue();
            assertThat(Spans.traceParentOf(sampled)).matches("00-" + TRACE + "-(?!0123456789abcdef)[0-9a-f]{16}-01");
            assertThat(unsampled.isRecording()).isFalse();
            assertThat(Spans.traceParentOf(unsampled)).startsWith("00-" + TRACE).endsWith("-00");
            assertThat(own.isRecording()).isFalse();
            assertThat(Spans.traceParentOf(own)).matches("00-(?!" + TRACE + ")[0-9a-f]{32}-[0-9a-f]{16}-0[02]");
        }
    }

    private static Spans.Headers header(String traceParent) {
        return name -> name.equals("traceparent") ? traceParent : null;
    }

    @Test
    void endpointMustBeAnAddress() {
        assertThatThrownBy(() -> to("localhost:4318"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("http://localhost:4318");
        assertThat(to("http://localhost:4318/base/").spansEndpoint()).isEqualTo("http://localhost:4318/base/v1/traces");
    }
}
