package ft.transcendence.gateway.subgraph;

import static ft.transcendence.gateway.subgraph.FakeSubgraph.events;
import static ft.transcendence.gateway.subgraph.FakeSubgraph.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.RequestContext;
import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.federation.SubgraphResponse;
import ft.transcendence.gateway.identity.CallerIdentity;
import ft.transcendence.gateway.identity.ClaimHeader;
import ft.transcendence.gateway.identity.ClaimHeaderNames;
import ft.transcendence.gateway.identity.TestCallers;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.mock.env.MockEnvironment;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

@ParameterizedClass
@EnumSource(ClientImplementation.class)
class HttpSubgraphTransportTests {
    private static final String CREDENTIAL = "0123456789abcdef0123456789abcdef";

    private final ClientImplementation implementation;
    private final FakeSubgraph subgraph = new FakeSubgraph();
    private final MockEnvironment environment = new MockEnvironment();
    private boolean deduplicateQueries;
    private @Nullable HttpSubgraphTransport transport;

    HttpSubgraphTransportTests(ClientImplementation implementation) {
        this.implementation = implementation;
    }

    @AfterEach
    void close() {
        if (transport != null) {
            transport.stop();
        }
        subgraph.close();
    }

    @Test
    void sendsBodyAndCredentialAndReturnsTheResponseUnchanged() throws Exception {
        subgraph.respondWith((call, response) -> json(response, 500, "{\"errors\":[]}"));
        SubgraphResponse response = send(query("{\"query\":\"{a}\"}", RequestContext.anonymous()));
        assertThat(response.status()).isEqualTo(500);
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo("{\"errors\":[]}");
        assertThat(subgraph.calls()).singleElement().satisfies(call -> {
            assertThat(call.body()).isEqualTo("{\"query\":\"{a}\"}");
            assertThat(call.headers().get("content-type")).isEqualTo("application/json");
            assertThat(call.headers().get("X-Gateway-Credential")).isEqualTo(CREDENTIAL);
        });
    }

    @Test
    void forwardsConfiguredHeadersAndTheVerifiedAuthorizationOnly() throws Exception {
        var client = new DefaultHttpHeaders()
                .add("Authorization", "Bearer forged")
                .add("traceparent", "00-1-2-01")
                .add("cookie", "SESSION=secret")
                .add("x-gateway-credential", "mine");
        RequestContext context = new ForwardedHeaders(properties(), ClaimHeaderNames.of())
                .attach(RequestContext.builder(), client, TestCallers.withAuthorization("Bearer verified"))
                .build();
        send(query("{}", context));
        assertThat(subgraph.calls()).singleElement().satisfies(call -> {
            assertThat(call.headers().getAll("authorization")).containsExactly("Bearer verified");
            assertThat(call.headers().get("traceparent")).isEqualTo("00-1-2-01");
            assertThat(call.headers().contains("cookie")).isFalse();
            assertThat(call.headers().getAll("x-gateway-credential")).containsExactly(CREDENTIAL);
        });
    }

    @Test
    void headersOfClaimsCannotBeSentByClients() throws Exception {
        ForwardedHeaders headers = new ForwardedHeaders(properties(), ClaimHeaderNames.of("traceparent", "x-user"));
        var client = new DefaultHttpHeaders().add("traceparent", "forged").add("x-user", "forged");
        send(query(
                "{}",
                headers.attach(RequestContext.builder(), client, CallerIdentity.anonymous())
                        .build()));
        send(query(
                "{}",
                headers.attach(
                                RequestContext.builder(),
                                client,
                                TestCallers.withHeaders(new ClaimHeader("x-user", "partners:ada")))
                        .build()));

        assertThat(subgraph.calls())
                .extracting(call -> call.headers().getAll("traceparent"), call -> call.headers()
                        .getAll("x-user"))
                .containsExactly(tuple(List.of(), List.of()), tuple(List.of(), List.of("partners:ada")));
    }

    @Test
    void addressFromTheEnvironmentReplacesTheRoutingUrl() throws Exception {
        environment.setProperty("SUBGRAPH_GAME_RESULTS_URL", subgraph.url());
        SubgraphRequest request = new SubgraphRequest(
                "game-results",
                "http://127.0.0.1:1/nowhere",
                body("{}"),
                OperationKind.QUERY,
                RequestContext.anonymous());
        assertThat(send(request).status()).isEqualTo(200);
    }

    @Test
    void retriesAQueryAfterATemporaryFailure() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        subgraph.respondWith((call, response) -> json(response, calls.incrementAndGet() == 1 ? 503 : 200, "{}"));
        assertThat(send(query("{}", RequestContext.anonymous())).status()).isEqualTo(200);
        assertThat(calls).hasValue(2);
    }

    @Test
    void retriesAQueryAfterAConnectionFailure() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        subgraph.respondWith((call, response) -> {
            if (calls.incrementAndGet() > 1) {
                return json(response, 200, "{}");
            }
            response.withConnection(connection -> connection.channel().close());
            return Mono.never();
        });
        assertThat(send(query("{}", RequestContext.anonymous())).status()).isEqualTo(200);
        assertThat(calls).hasValue(2);
    }

    @Test
    void neverRetriesAMutation() throws Exception {
        subgraph.respondWith((call, response) -> json(response, 503, "{}"));
        assertThat(send(request(OperationKind.MUTATION, "{}")).status()).isEqualTo(503);
        assertThat(subgraph.calls()).hasSize(1);
    }

    @Test
    void neverRetriesAMutationAfterAConnectionFailure() {
        subgraph.respondWith((call, response) -> {
            response.withConnection(connection -> connection.channel().close());
            return Mono.never();
        });
        assertThat(failureOf(request(OperationKind.MUTATION, "{}"))).isInstanceOf(SubgraphCallException.class);
        assertThat(subgraph.calls()).hasSize(1);
    }

    @Test
    void timesOutASilentSubgraph() {
        subgraph.respondWith((call, response) -> Mono.never());
        assertThat(failureOf(query("{}", RequestContext.anonymous())))
                .isInstanceOf(TimeoutException.class)
                .hasMessage("Subgraph users did not respond in time");
    }

    @Test
    void reportsAnUnreachableSubgraphWithoutItsAddress() {
        subgraph.close();
        assertThat(failureOf(query("{}", RequestContext.anonymous())))
                .isInstanceOf(SubgraphCallException.class)
                .hasMessage("Subgraph users cannot be reached");
    }

    @Test
    void refusesAResponseThatIsTooLong() {
        subgraph.respondWith(call -> "x".repeat(200_000));
        assertThat(failureOf(query("{}", RequestContext.anonymous())))
                .hasMessage("Subgraph users sent a response that is too large");
    }

    @Test
    void closesTheCallWhenItIsCancelled() throws Exception {
        Sinks.Empty<Void> aborted = Sinks.empty();
        CompletableFuture<String> arrived = new CompletableFuture<>();
        subgraph.respondWith((call, response) -> {
            response.withConnection(
                    connection -> connection.onTerminate().subscribe(null, null, aborted::tryEmitEmpty));
            arrived.complete(call.body());
            return Mono.never();
        });
        CompletableFuture<SubgraphResponse> call = transport().send(query("{}", RequestContext.anonymous()));
        arrived.get(5, TimeUnit.SECONDS);
        call.cancel(true);
        aborted.asMono().block(Duration.ofMillis(2_000));
    }

    @Test
    void equalQueriesInFlightShareOneCall() throws Exception {
        deduplicateQueries = true;
        Sinks.Empty<Void> release = Sinks.empty();
        subgraph.respondWith((call, response) -> release.asMono().then(json(response, 200, "{\"n\":1}")));
        CompletableFuture<SubgraphResponse> first = transport().send(query("{}", RequestContext.anonymous()));
        CompletableFuture<SubgraphResponse> second = transport().send(query("{}", RequestContext.anonymous()));
        CompletableFuture<SubgraphResponse> other = transport().send(query("{ }", RequestContext.anonymous()));
        first.cancel(false);
        release.tryEmitEmpty();
        assertThat(second.get(5, TimeUnit.SECONDS).status()).isEqualTo(200);
        assertThat(other.get(5, TimeUnit.SECONDS).status()).isEqualTo(200);
        assertThat(subgraph.calls()).hasSize(2);
        assertThat(send(query("{}", RequestContext.anonymous())).status()).isEqualTo(200);
        assertThat(subgraph.calls()).hasSize(3);
    }

    @Test
    void doesNotShareCallsBetweenCallersNorMutations() throws Exception {
        deduplicateQueries = true;
        ForwardedHeaders headers = new ForwardedHeaders(properties(), ClaimHeaderNames.of());
        List<SubgraphRequest> requests = List.of(
                query("{}", contextOf(headers, "Bearer a")),
                query("{}", contextOf(headers, "Bearer b")),
                request(OperationKind.MUTATION, "{}"),
                request(OperationKind.MUTATION, "{}"));
        CompletableFuture.allOf(requests.stream()
                        .map(request -> transport().send(request))
                        .toArray(CompletableFuture[]::new))
                .get(5, TimeUnit.SECONDS);
        assertThat(subgraph.calls()).hasSize(4);
    }

    @Test
    void forwardsEventsAndCompletesWithTheSubgraph() {
        Sinks.Many<String> events = Sinks.many().unicast().onBackpressureBuffer();
        subgraph.respondWith((call, response) -> events(response, events.asFlux()));
        Flux<String> received = subscribe(request(OperationKind.SUBSCRIPTION, "{}"));
        StepVerifier.create(received)
                .then(() -> events.tryEmitNext(":\n\nevent: next\ndata: {\"n\":1}\n\nevent: ne"))
                .expectNext("{\"n\":1}")
                .then(() -> events.tryEmitNext("xt\r\ndata: {\"n\":2}\r\n\r\nevent: complete\ndata:\n\n"))
                .expectNext("{\"n\":2}")
                .expectComplete()
                .verify(Duration.ofSeconds(5));
        assertThat(subgraph.calls().getFirst().headers().get("accept")).isEqualTo("text/event-stream");
    }

    @Test
    void doesNotApplyTheResponseTimeoutToSubscriptions() {
        subgraph.respondWith((call, response) -> events(
                response,
                Mono.just("event: next\ndata: {}\n\n")
                        .delayElement(Duration.ofMillis(3_500))
                        .flux()));
        StepVerifier.create(subscribe(request(OperationKind.SUBSCRIPTION, "{}")))
                .expectNext("{}")
                .expectComplete()
                .verify(Duration.ofSeconds(10));
    }

    @Test
    void endsTheSubgraphsStreamWhenASubscriptionIsCancelled() {
        Sinks.Empty<Void> ended = Sinks.empty();
        subgraph.respondWith((call, response) -> {
            response.withConnection(connection -> connection.onTerminate().subscribe(null, null, ended::tryEmitEmpty));
            return events(response, Flux.just("event: next\ndata: {}\n\n").concatWith(Flux.never()));
        });
        StepVerifier.create(subscribe(request(OperationKind.SUBSCRIPTION, "{}")))
                .expectNext("{}")
                .thenCancel()
                .verify(Duration.ofSeconds(5));
        ended.asMono().block(Duration.ofSeconds(5));
    }

    @Test
    void emitsTheSingleResponseOfASubgraphThatDoesNotStream() {
        subgraph.respondWith((call, response) -> json(response, 400, "{\"errors\":[]}"));
        StepVerifier.create(subscribe(request(OperationKind.SUBSCRIPTION, "{}")))
                .expectNext("{\"errors\":[]}")
                .expectComplete()
                .verify(Duration.ofSeconds(5));
    }

    @Test
    void stopsAfterTheServerAndBeforeTheEventLoops() {
        assertThat(transport().getPhase())
                .isLessThan(WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE)
                .isGreaterThan(new ReactorResourceFactory().getPhase());
    }

    private Flux<String> subscribe(SubgraphRequest request) {
        return JdkFlowAdapter.flowPublisherToFlux(transport().subscribe(request))
                .map(response -> new String(response.body(), StandardCharsets.UTF_8));
    }

    private static RequestContext contextOf(ForwardedHeaders headers, String authorization) {
        return headers.attach(
                        RequestContext.builder(),
                        new DefaultHttpHeaders(),
                        TestCallers.withAuthorization(authorization))
                .build();
    }

    private @Nullable Throwable failureOf(SubgraphRequest request) {
        try {
            send(request);
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (Exception e) {
            return e;
        }
    }

    private SubgraphResponse send(SubgraphRequest request) throws Exception {
        return transport().send(request).get(10, TimeUnit.SECONDS);
    }

    private HttpSubgraphTransport transport() {
        if (transport == null) {
            CurrentSubgraphSettings current = new CurrentSubgraphSettings(properties());
            transport = new HttpSubgraphTransport(
                    current,
                    new SubgraphAddresses(current, environment),
                    new ForwardedHeaders(properties(), ClaimHeaderNames.of()),
                    TestSettings.NO_CACHE,
                    Instant::now,
                    List.of());
        }
        return transport;
    }

    private SubgraphProperties properties() {
        return TestSettings.of(implementation, "deduplicate-queries=" + deduplicateQueries, "credential=" + CREDENTIAL);
    }

    private SubgraphRequest query(String body, RequestContext context) {
        return new SubgraphRequest("users", subgraph.url(), body(body), OperationKind.QUERY, context);
    }

    private SubgraphRequest request(OperationKind kind, String body) {
        return new SubgraphRequest("users", subgraph.url(), body(body), kind, RequestContext.anonymous());
    }

    private static ByteBuffer body(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
