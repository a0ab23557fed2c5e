package ft.transcendence.gateway.subgraph;

import static ft.transcendence.gateway.subgraph.FakeSubgraph.json;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.RequestContext;
import ft.transcendence.federation.SubgraphRefusedException;
import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.federation.SubgraphResponse;
import ft.transcendence.gateway.identity.ClaimHeaderNames;
import ft.transcendence.gateway.resilience.SubgraphCondition;
import ft.transcendence.gateway.resilience.SubgraphCondition.Circuit;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What happens when a subgraph fails often. The tests move the clocks. */
class ResilienceTests {
    private final FakeSubgraph subgraph = new FakeSubgraph();
    private final MockTicker time = Ticker.newMockTicker();
    private final EmbeddedChannel timer = EmbeddedChannel.builder().ticker(time).build();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final List<SubgraphCondition> conditions = new ArrayList<>();
    private @Nullable HttpSubgraphTransport transport;

    @AfterEach
    void close() {
        requireNonNull(transport).stop();
        subgraph.close();
    }

    @Test
    void retriesNoMoreThanTheBudgetAllows() {
        open("retry.budget=0", "retry.reserve=2", "retry.back-off=1ms", "retry.max-back-off=1ms");
        subgraph.respondWith((call, response) -> {
            response.withConnection(connection -> connection.channel().close());
            return Mono.never();
        });
        for (int i = 0; i < 4; i++) {
            assertThat(failureOf(send(OperationKind.QUERY))).isInstanceOf(SubgraphCallException.class);
        }
        assertThat(subgraph.calls()).hasSize(4 + 2);
        assertThat(condition().retries()).isEqualTo(2);
        assertThat(condition().retriesLeftOut()).isEqualTo(2);
    }

    @Test
    void waitsAsLongAsTheSubgraphAsks() throws Exception {
        open();
        failsOnce("1");
        CompletableFuture<SubgraphResponse> call = send(OperationKind.QUERY);
        await().until(() -> condition().retries() == 1);

        pass(Duration.ofMillis(999));
        assertThat(subgraph.calls()).hasSize(1);
        pass(Duration.ofMillis(1));
        assertThat(statusOf(call)).isEqualTo(200);
    }

    @Test
    void backsOffFromASubgraphThatAsksForNothing() throws Exception {
        open("retry.back-off=2s", "retry.max-back-off=2s");
        failsOnce("soon");
        CompletableFuture<SubgraphResponse> call = send(OperationKind.QUERY);
        await().until(() -> condition().retries() == 1);

        pass(Duration.ofSeconds(2));
        assertThat(statusOf(call)).isEqualTo(200);
    }

    @Test
    void doesNotWaitForLongerThanTheResponseTimeout() throws Exception {
        open("response-timeout=3s");
        for (String tooLong : List.of("3", "99999999999999999999")) {
            failsOnce(tooLong);
            assertThat(statusOf(send(OperationKind.QUERY))).isEqualTo(503);
        }
        assertThat(condition().retries()).isZero();
    }

    @Test
    void aCancelledCallIsNotRetried() throws Exception {
        open();
        failsOnce("1");
        CompletableFuture<SubgraphResponse> call = send(OperationKind.QUERY);
        await().until(() -> condition().retries() == 1);
        call.cancel(true);

        pass(Duration.ofSeconds(2));
        assertThat(statusOf(send(OperationKind.QUERY))).isEqualTo(200);
        assertThat(subgraph.calls()).hasSize(2);
    }

    @Test
    void anOpenCircuitRefusesCallsUntilTrialCallsSucceed() throws Exception {
        openWithBreaker();
        subgraph.respondWith((call, response) -> json(response, 500, "{}"));
        assertThat(condition(OperationKind.MUTATION).circuit()).isEqualTo(Circuit.CLOSED);
        assertThat(statusOf(send(OperationKind.MUTATION))).isEqualTo(500);
        assertThat(condition().circuit()).isEqualTo(Circuit.OPEN);

        assertThat(failureOf(send(OperationKind.QUERY)))
                .isInstanceOfSatisfying(SubgraphRefusedException.class, refused -> {
                    assertThat(refused.code()).isEqualTo("SUBREQUEST_CIRCUIT_OPEN");
                    assertThat(refused.clientMessage())
                            .isEqualTo("The subgraph 'users' failed too often and is not called for a while");
                });
        assertThat(subgraph.calls()).hasSize(2);
        assertThat(condition().refusalsByCircuit()).isEqualTo(1);

        now.set(now.get().plusSeconds(6));
        subgraph.respondWith((call, response) -> json(response, 400, "{}"));
        assertThat(statusOf(send(OperationKind.QUERY))).isEqualTo(400);
        assertThat(condition().circuit()).isEqualTo(Circuit.CLOSED);
    }

    @Test
    void aFailedTrialCallKeepsTheCircuitOpen() throws Exception {
        openWithBreaker();
        subgraph.respondWith((call, response) -> json(response, 500, "{}"));
        statusOf(send(OperationKind.MUTATION));
        statusOf(send(OperationKind.MUTATION));
        now.set(now.get().plusSeconds(6));
        statusOf(send(OperationKind.MUTATION));

        assertThat(condition().circuit()).isEqualTo(Circuit.OPEN);
        assertThat(failureOf(send(OperationKind.QUERY))).isInstanceOf(SubgraphRefusedException.class);
    }

    @Test
    void aCancelledTrialCallLetsAnotherOneTry() throws Exception {
        openWithBreaker();
        subgraph.respondWith((call, response) -> json(response, 500, "{}"));
        statusOf(send(OperationKind.MUTATION));
        statusOf(send(OperationKind.MUTATION));
        now.set(now.get().plusSeconds(6));
        subgraph.respondWith((call, response) -> Mono.never());
        CompletableFuture<SubgraphResponse> trial = send(OperationKind.QUERY);
        await().until(() -> subgraph.calls().size() == 1);
        assertThat(failureOf(send(OperationKind.QUERY))).isInstanceOf(SubgraphRefusedException.class);
        trial.cancel(true);

        subgraph.respondWith(call -> "{}");
        assertThat(statusOf(send(OperationKind.QUERY))).isEqualTo(200);
    }

    @Test
    void requestsBeyondConnectionsAndQueueAreRefused() throws Exception {
        open("client=reactor-netty", "max-connections=1");
        Sinks.Empty<Void> release = Sinks.empty();
        subgraph.respondWith((call, response) -> release.asMono().then(json(response, 200, "{}")));
        CompletableFuture<SubgraphResponse> running = send(OperationKind.QUERY);
        await().until(() -> subgraph.calls().size() == 1);
        CompletableFuture<SubgraphResponse> first = send(OperationKind.QUERY);
        CompletableFuture<SubgraphResponse> second = send(OperationKind.QUERY);

        assertThat(failureOf(send(OperationKind.QUERY)))
                .isInstanceOfSatisfying(SubgraphRefusedException.class, refused -> assertThat(refused.code())
                        .isEqualTo("SUBREQUEST_OVERLOADED"));
        assertThat(condition().refusalsByQueue()).isEqualTo(1);
        assertThat(condition().connections().open()).isEqualTo(1);
        release.tryEmitEmpty();
        assertThat(statusOf(running) + statusOf(first) + statusOf(second)).isEqualTo(600);
    }

    private void failsOnce(String retryAfter) {
        subgraph.respondWith((call, response) -> subgraph.calls().size() == 1
                ? json(response.header("retry-after", retryAfter), 503, "{}")
                : json(response, 200, "{}"));
    }

    private void openWithBreaker() {
        open(
                "query-retries=0",
                "circuit-breaker.enabled=true",
                "circuit-breaker.minimum-calls=2",
                "circuit-breaker.trial-calls=1",
                "circuit-breaker.open-for=5s");
    }

    private void open(String... settings) {
        SubgraphProperties properties = TestSettings.of(ClientImplementation.EVENT_LOOP, settings);
        CurrentSubgraphSettings current = new CurrentSubgraphSettings(properties);
        transport = new HttpSubgraphTransport(
                current,
                new SubgraphAddresses(current, new MockEnvironment()),
                new ForwardedHeaders(properties, ClaimHeaderNames.of()),
                TestSettings.NO_CACHE,
                now::get,
                List.of(conditions::add),
                timer.eventLoop());
    }

    /** After one more call. */
    private SubgraphCondition condition(OperationKind kind) throws Exception {
        statusOf(send(kind));
        return condition();
    }

    private SubgraphCondition condition() {
        assertThat(conditions).hasSize(1);
        return conditions.getFirst();
    }

    private void pass(Duration duration) {
        time.advance(duration.toNanos(), TimeUnit.NANOSECONDS);
        timer.runScheduledPendingTasks();
    }

    private CompletableFuture<SubgraphResponse> send(OperationKind kind) {
        ByteBuffer body = ByteBuffer.wrap("{}".getBytes(StandardCharsets.UTF_8));
        return requireNonNull(transport)
                .send(new SubgraphRequest("users", subgraph.url(), body, kind, RequestContext.anonymous()));
    }

    private static int statusOf(CompletableFuture<SubgraphResponse> call) throws Exception {
        return call.get(5, TimeUnit.SECONDS).status();
    }

    private static @Nullable Throwable failureOf(CompletableFuture<SubgraphResponse> call) {
        try {
            call.get(5, TimeUnit.SECONDS);
            return null;
        } catch (ExecutionException failure) {
            return failure.getCause();
        } catch (Exception other) {
            return other;
        }
    }
}
