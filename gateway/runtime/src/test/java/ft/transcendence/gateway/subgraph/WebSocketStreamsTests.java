package ft.transcendence.gateway.subgraph;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.RequestContext;
import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.gateway.identity.ClaimHeaderNames;
import ft.transcendence.gateway.identity.TestCallers;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.WebsocketServerSpec;
import reactor.test.StepVerifier;

/** Subscriptions at a subgraph that speaks graphql-transport-ws. */
class WebSocketStreamsTests {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String ACK = "{\"type\":\"connection_ack\"}";

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final Sinks.Many<String> sent = Sinks.many().unicast().onBackpressureBuffer();
    private final Sinks.Empty<Void> closed = Sinks.empty();
    private final DisposableServer server = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .route(routes -> routes.ws(
                    "/ws",
                    (in, out) -> {
                        received.add("credential " + in.headers().get("x-gateway-credential"));
                        Mono<Void> reading = in.receive()
                                .asString()
                                .doOnNext(received::add)
                                .then()
                                .doFinally(signal -> closed.tryEmitEmpty());
                        return out.sendString(sent.asFlux()).then().and(reading);
                    },
                    WebsocketServerSpec.builder()
                            .protocols("graphql-transport-ws")
                            .build()))
            .bindNow();
    private @Nullable HttpSubgraphTransport transport;

    @AfterEach
    void close() {
        if (transport != null) {
            transport.stop();
        }
        server.disposeNow();
    }

    @Test
    void passesEventsOnUntilTheSubgraphCompletes() throws Exception {
        StepVerifier.Step<String> events = StepVerifier.create(subscribe());
        StepVerifier verifier = events.expectNext("{\"data\":{\"n\":1.50}}")
                .expectNext("{\"data\":{\"n\":2}}")
                .expectComplete()
                .verifyLater();
        assertThat(next()).isEqualTo("credential " + "c".repeat(32));
        assertThat(next()).isEqualTo("{\"type\":\"connection_init\",\"payload\":{\"authorization\":\"Bearer token\"}}");
        send(ACK);
        assertThat(next())
                .isEqualTo("{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":{\"query\":\"subscription{n}\"}}");
        send("{\"type\":\"ping\"}");
        assertThat(next()).isEqualTo("{\"type\":\"pong\"}");
        send("{\"id\":\"1\",\"type\":\"next\",\"payload\":{\"data\":{\"n\":1.50}}}");
        send("{\"id\":\"1\",\"type\":\"next\",\"payload\":{\"data\":{\"n\":2}}}");
        send("{\"id\":\"1\",\"type\":\"complete\"}");

        verifier.verify(SOON);
        closed.asMono().block(SOON);
    }

    @Test
    void anErrorIsTheLastResponse() {
        send(ACK);
        send("{\"id\":\"1\",\"type\":\"error\",\"payload\":[{\"message\":\"no\"}]}");

        StepVerifier.create(subscribe())
                .expectNext("{\"errors\":[{\"message\":\"no\"}]}")
                .expectComplete()
                .verify(SOON);
    }

    @Test
    void cancellingClosesTheSocket() {
        send(ACK);
        send("{\"id\":\"1\",\"type\":\"next\",\"payload\":{}}");

        StepVerifier.create(subscribe()).expectNext("{}").thenCancel().verify(SOON);
        closed.asMono().block(SOON);
    }

    @Test
    void aSocketThatClosesTooEarlyIsAFailure() {
        sent.tryEmitComplete();
        StepVerifier.create(subscribe().doOnSubscribe(subscription -> server.disposeNow(Duration.ofMillis(1))))
                .expectError(SubgraphCallException.class)
                .verify(SOON);
    }

    @Test
    void aSubgraphThatDoesNotAcknowledgeIsAFailure() {
        StepVerifier.create(subscribe("response-timeout=300ms"))
                .expectError(SubgraphCallException.class)
                .verify(SOON);
        closed.asMono().block(SOON);
    }

    @Test
    void aMessageThatIsNoneOfTheProtocolIsAFailure() {
        send("{\"type\":\"data\"}");

        StepVerifier.create(subscribe())
                .expectError(SubgraphCallException.class)
                .verify(SOON);
    }

    @Test
    void aMessageThatIsTooLongIsAFailure() {
        send(ACK);
        send("{\"id\":\"1\",\"type\":\"next\",\"payload\":{\"data\":\"" + "x".repeat(200_000) + "\"}}");

        StepVerifier.create(subscribe())
                .expectError(SubgraphCallException.class)
                .verify(SOON);
        closed.asMono().block(SOON);
    }

    private void send(String message) {
        sent.tryEmitNext(message).orThrow();
    }

    private String next() throws InterruptedException {
        return String.valueOf(received.poll(5, TimeUnit.SECONDS));
    }

    private Flux<String> subscribe(String... settings) {
        String[] all = Stream.concat(
                        Stream.of(
                                "subscriptions.transport=websocket",
                                "subscriptions.path=/ws",
                                "credential=" + "c".repeat(32)),
                        Stream.of(settings))
                .toArray(String[]::new);
        SubgraphProperties properties = TestSettings.of(ClientImplementation.EVENT_LOOP, all);
        transport = TestSettings.transport(properties);
        RequestContext context = new ForwardedHeaders(properties, ClaimHeaderNames.of())
                .attach(
                        RequestContext.builder(),
                        new DefaultHttpHeaders(),
                        TestCallers.withAuthorization("Bearer token"))
                .build();
        SubgraphRequest request = new SubgraphRequest(
                "users",
                "http://127.0.0.1:" + server.port() + "/graphql",
                ByteBuffer.wrap("{\"query\":\"subscription{n}\"}".getBytes(StandardCharsets.UTF_8)),
                OperationKind.SUBSCRIPTION,
                context,
                "n");
        return JdkFlowAdapter.flowPublisherToFlux(transport.subscribe(request))
                .map(response -> new String(response.body(), StandardCharsets.UTF_8));
    }
}
