package ft.transcendence.gateway.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import ft.transcendence.federation.FetchFailure;
import ft.transcendence.federation.FetchObserver;
import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.RequestContext;
import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.federation.SubgraphResponse;
import ft.transcendence.gateway.StandaloneGateway;
import ft.transcendence.gateway.operation.AccessLogProperties;
import ft.transcendence.gateway.operation.OperationRecord;
import ft.transcendence.gateway.operation.OperationRecords;
import ft.transcendence.gateway.operation.OperationTracer;
import ft.transcendence.gateway.subgraph.FakeSubgraph;
import ft.transcendence.platform.tracing.Spans;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class GatewayTracerTests {
    private static final String TRACE = "0123456789abcdef0123456789abcdef";
    private static final String PARENT = "00-" + TRACE + "-0123456789abcdef-01";

    /** Keeps finished spans, in the order of their ends. */
    private static final class Kept implements SpanExporter {
        final List<SpanData> spans = new CopyOnWriteArrayList<>();

        @Override
        public CompletableResultCode export(Collection<SpanData> finished) {
            spans.addAll(finished);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }

    private final Kept kept = new Kept();

    private OperationRecord open(double sampling, OperationRecord.Transport transport, String... headers) {
        OperationTracer tracer = new GatewayTracer(new Spans("gateway", sampling, SimpleSpanProcessor.create(kept)));
        DefaultHttpHeaders all = new DefaultHttpHeaders();
        for (int i = 0; i < headers.length; i += 2) {
            all.set(headers[i], headers[i + 1]);
        }
        return new OperationRecords(List.of(), new AccessLogProperties(false), tracer, () -> 0)
                .open(transport, "POST", all);
    }

    private static SubgraphRequest request(OperationKind kind) {
        return new SubgraphRequest("players", "", ByteBuffer.allocate(0), kind, RequestContext.anonymous());
    }

    private static String traceParentOf(FetchObserver fetch) {
        return String.valueOf(((OperationTracer.FetchHeaders) fetch).traceParent());
    }

    private static String text(SpanData span, String attribute) {
        return String.valueOf(span.getAttributes().get(AttributeKey.stringKey(attribute)));
    }

    @Test
    void spanHasThePreparationAndTheFetchesAsItsChildren() {
        OperationRecord record = open(0, OperationRecord.Transport.HTTP, "traceparent", PARENT);
        record.observer().preparing();
        record.observer().identified(OperationKind.QUERY, "Players");
        record.observer().prepared(0);
        FetchObserver fetch = record.observer().fetchStarted(request(OperationKind.QUERY));
        fetch.answered(new SubgraphResponse(200, new byte[1]), List.of());
        record.completed(200, 1);

        assertThat(kept.spans)
                .extracting(SpanData::getName)
                .containsExactly("prepare operation", "subgraph players", "query Players");
        SpanData operation = kept.spans.getLast();
        assertThat(operation.getParentSpanId()).isEqualTo("0123456789abcdef");
        assertThat(kept.spans).extracting(SpanData::getTraceId).containsOnly(TRACE);
        assertThat(kept.spans.subList(0, 2))
                .extracting(SpanData::getParentSpanId)
                .containsOnly(operation.getSpanId());
        assertThat(traceParentOf(fetch))
                .isEqualTo("00-" + TRACE + "-" + kept.spans.get(1).getSpanId() + "-01");
        assertThat(record.traceId()).isEqualTo(TRACE);
        assertThat(text(operation, "graphql.operation.name")).isEqualTo("Players");
        assertThat(operation.getStatus()).isEqualTo(StatusData.unset());
    }

    @Test
    void failuresAndErrorsAreMarked() {
        OperationRecord record = open(1, OperationRecord.Transport.HTTP);
        record.observer()
                .fetchStarted(request(OperationKind.QUERY))
                .failed(new FetchFailure(FetchFailure.Reason.TIMED_OUT, 0, null, null));
        record.responded(new GraphQLResponse(
                GraphQLResponse.Kind.EXECUTED,
                new byte[1],
                1,
                List.of(Map.of("extensions", Map.of("code", "SUBREQUEST_TIMEOUT")))));
        record.completed(200, 1);

        assertThat(kept.spans).extracting(SpanData::getStatus).containsOnly(StatusData.error());
        assertThat(text(kept.spans.getFirst(), "error.type")).isEqualTo("TIMED_OUT");
        assertThat(text(kept.spans.getLast(), "graphql.error.codes")).isEqualTo("SUBREQUEST_TIMEOUT");
    }

    @Test
    void streamOfASubgraphIsOneSpanUntilItEnds() {
        OperationRecord record = open(1, OperationRecord.Transport.WEBSOCKET);
        FetchObserver stream = record.observer().fetchStarted(request(OperationKind.SUBSCRIPTION));
        stream.answered(new SubgraphResponse(200, new byte[1]), List.of());
        stream.answered(new SubgraphResponse(200, new byte[1]), List.of());
        assertThat(kept.spans).isEmpty();
        stream.ended();
        record.completed(0);
        assertThat(kept.spans).extracting(SpanData::getName).containsExactly("subgraph players", "websocket graphql");
    }

    @Test
    void unsampledOperationPassesItsTraceOn() {
        OperationRecord record = open(0, OperationRecord.Transport.HTTP);
        FetchObserver fetch = record.observer().fetchStarted(request(OperationKind.QUERY));
        record.completed(200, 1);

        assertThat(traceParentOf(fetch)).matches("00-" + record.traceId() + "-[0-9a-f]{16}-0[02]");
        assertThat(kept.spans).isEmpty();
    }

    @Test
    void endpointMustBeAnAddress() {
        assertThatThrownBy(() -> new TracingProperties("collector:4318", 1, "gateway", Duration.ofSeconds(5), 10))
                .hasMessageContaining("gateway.tracing.endpoint must be an address such as http://localhost:4318");
        assertThat(new TracingProperties("", 1, "gateway", Duration.ofSeconds(5), 10).isOn())
                .isFalse();
    }

    @Test
    void gatewaySendsItsSpansToACollectorAndItsTraceToSubgraphs() throws Exception {
        List<String> received = new CopyOnWriteArrayList<>();
        HttpServer collector = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        try (FakeSubgraph subgraph = new FakeSubgraph()) {
            subgraph.respondWith(call -> "{\"data\":{\"player\":null}}");
            try (ConfigurableApplicationContext gateway = StandaloneGateway.start(
                    Map.of("SUBGRAPH_PLAYERS_URL", subgraph.url()),
                    "gateway.tracing.endpoint=http://127.0.0.1:"
                            + collector.getAddress().getPort(),
                    "gateway.tracing.sampling=0")) {
                ask(gateway);
            }
            assertThat(subgraph.calls()).singleElement().satisfies(call -> assertThat(
                            call.headers().getAll("traceparent"))
                    .singleElement()
                    .asString()
                    .matches("00-" + TRACE + "-(?!0123456789abcdef)[0-9a-f]{16}-01"));
        } finally {
            collector.stop(0);
        }
        String traceId = new String(HexFormat.of().parseHex(TRACE), StandardCharsets.ISO_8859_1);
        assertThat(String.join("", received)).contains("query Traced", "subgraph players", traceId);
    }

    private static void ask(ConfigurableApplicationContext gateway) throws Exception {
        int port = gateway.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        HttpRequest query = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/graphql"))
                .header("content-type", "application/json")
                .header("traceparent", PARENT)
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"query Traced { player(id: 1) { name } }\"}"))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(query, BodyHandlers.ofString())
                        .body())
                .isEqualTo("{\"data\":{\"player\":null}}");
    }
}
