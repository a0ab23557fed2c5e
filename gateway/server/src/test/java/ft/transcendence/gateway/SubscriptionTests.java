package ft.transcendence.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.gateway.subgraph.FakeSubgraph;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Subscriptions over server-sent events, and behaviour that they share with WebSockets. */
class SubscriptionTests extends StreamTests {
    private static final String OPEN = ":\n\n";

    @Autowired
    @Qualifier("ft.transcendence.gateway.http.StreamShutdown") private SmartLifecycle shutdown;

    @Test
    void carriesASubscriptionOverServerSentEvents() {
        HttpResponse<String> response = query("subscription { renamed { name } }", "accept", "text/event-stream");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).hasValue("text/event-stream; charset=utf-8");
        assertThat(response.body()).isEqualTo(OPEN + ADA + BOB + DONE);
    }

    @Test
    void carriesASubscriptionInAMultipartBody() {
        HttpResponse<String> response = query(
                "subscription { renamed { name } }",
                "accept",
                "multipart/mixed;boundary=\"graphql\";subscriptionSpec=\"1.0\", application/json");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type"))
                .hasValue("multipart/mixed; boundary=\"graphql\"; subscriptionSpec=\"1.0\"");
        String head = "\r\ncontent-type: application/json\r\n\r\n";
        assertThat(response.body().split("\r\n--graphql", -1))
                .containsExactly(
                        "",
                        head + "{\"payload\":{\"data\":{\"renamed\":{\"name\":\"Ada\"}}}}",
                        head + "{\"payload\":{\"data\":{\"renamed\":{\"name\":\"Bob\"}}}}",
                        "--\r\n");
    }

    @Test
    void refusedSubscriptionEmitsTheErrorAsItsOnlyEvent() {
        HttpResponse<String> response = query("subscription { nothing }", "accept", "text/event-stream");
        assertThat(response.body())
                .startsWith(OPEN + "event: next\ndata: {\"errors\":[")
                .endsWith(DONE);
        assertThat(SUBGRAPH.calls()).isEmpty();
    }

    @Test
    void refusesASubscriptionThatAcceptsJsonOnly() {
        assertThat(query("subscription { renamed { name } }").body()).contains("\"errors\"");
        assertThat(SUBGRAPH.calls()).isEmpty();
    }

    @Test
    void endsAnEventStreamWhenItsTokenExpires() {
        SUBGRAPH.respondWith(
                (call, response) -> FakeSubgraph.events(response, Flux.just(ADA).concatWith(Flux.never())));
        HttpResponse<String> response = query(
                "subscription { renamed { name } }",
                "accept",
                "text/event-stream",
                "authorization",
                "Bearer " + tokenFor(Duration.ofSeconds(6)));
        assertThat(response.body())
                .startsWith(OPEN + ADA)
                .contains("\"code\":\"UNAUTHENTICATED\"")
                .endsWith(DONE);
    }

    @Test
    void sendsTheHeadOfAnEventStreamBeforeItsFirstEvent() throws Exception {
        SUBGRAPH.respondWith((call, response) -> FakeSubgraph.events(response, Flux.never()));
        try (InputStream stream = openStream()) {
            assertThat(stream.readNBytes(OPEN.length())).asString().isEqualTo(OPEN);
        }
    }

    @Test
    void doesNotApplyTheResponseTimeoutToStreams() {
        Duration silence = Duration.ofSeconds(5);
        SUBGRAPH.respondWith((call, response) -> FakeSubgraph.events(
                response,
                Flux.just(ADA)
                        .concatWith(Mono.just(BOB).delaySubscription(silence))
                        .concatWith(Mono.just(DONE))));
        HttpResponse<String> response = query("subscription { renamed { name } }", "accept", "text/event-stream");
        assertThat(response.body()).isEqualTo(OPEN + ADA + BOB + DONE);
    }

    @Test
    void endsTheSubgraphsStreamWhenTheClientDisconnects() throws Exception {
        Mono<Void> ended = streamThatNeverEnds();
        try (InputStream stream = openStream()) {
            stream.readNBytes(OPEN.length() + ADA.length());
        }
        ended.block(Duration.ofSeconds(5));
    }

    @Test
    void appliesTheBackpressureOfASlowClientToTheSubgraph() throws Exception {
        String large = "event: next\ndata: {\"data\":{\"renamed\":{\"name\":\"" + "x".repeat(100_000) + "\"}}}\n\n";
        int many = 800;
        AtomicInteger sentToTheSlow = new AtomicInteger();
        SUBGRAPH.respondWith((call, response) -> {
            AtomicInteger sent = SUBGRAPH.calls().size() == 1 ? sentToTheSlow : new AtomicInteger();
            return FakeSubgraph.events(
                    response, Flux.range(0, 10 * many).map(number -> large).doOnNext(piece -> sent.incrementAndGet()));
        });
        try (InputStream slow = openStream()) {
            // its first event shows that the subgraph's first stream is this one
            slow.skipNBytes(OPEN.length() + large.length());
            try (InputStream fast = openStream()) {
                fast.skipNBytes(OPEN.length() + (long) many * large.length());
                int inFlight = sentToTheSlow.get();
                assertThat(inFlight)
                        .as("events of 100 kB while another client read %d of them", many)
                        .isLessThan(many / 2);
                // continues when the client reads
                slow.skipNBytes((long) inFlight * large.length());
            }
        }
    }

    @Test
    void limitsTheStreamsOfACaller() throws Exception {
        SUBGRAPH.respondWith((call, response) -> FakeSubgraph.events(response, Flux.never()));
        String token = "Bearer " + PROVIDER.token(UUID.randomUUID(), "player");
        List<InputStream> streams = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            streams.add(openStream("authorization", token));
        }
        HttpResponse<String> refused =
                query("subscription { renamed { name } }", "accept", "text/event-stream", "authorization", token);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("\"code\":\"TOO_MANY_STREAMS\"").doesNotContain("event:");

        GraphQLWebSocket client = GraphQLWebSocket.connect(port);
        client.send("{\"type\":\"connection_init\",\"payload\":{\"authorization\":\"" + token + "\"}}");
        client.next();
        client.send(SUBSCRIBE);
        assertThat(client.next())
                .startsWith("{\"id\":\"1\",\"type\":\"error\"")
                .contains("\"code\":\"TOO_MANY_STREAMS\"");
        client.close();
        assertThat(query("{ __typename }", "authorization", token).statusCode()).isEqualTo(200);
        try (InputStream others = openStream()) {
            assertThat(others.readNBytes(OPEN.length())).asString().isEqualTo(OPEN);
        }

        streams.removeFirst().close();
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> streams.addLast(openStream("authorization", token)));
        for (InputStream stream : streams) {
            stream.close();
        }
    }

    @Test
    void equalSubscriptionsOfOneCallerShareAStreamOfTheSubgraph() throws Exception {
        String event = "event: next\ndata: {\"data\":{\"score\":%d}}\n\n";
        Sinks.Many<String> scores = Sinks.many().replay().all();
        scores.tryEmitNext(event.formatted(1));
        SUBGRAPH.respondWith((call, response) -> FakeSubgraph.events(response, scores.asFlux()));
        String ask = "{\"query\":\"subscription { score }\"}";
        try (InputStream first = openStreamOf(ask, "x-request-id", "a");
                InputStream second = openStreamOf(ask, "x-request-id", "b");
                InputStream other =
                        openStreamOf(ask, "authorization", "Bearer " + PROVIDER.token(UUID.randomUUID(), "player"))) {
            int length = event.formatted(1).length();
            assertThat(first.readNBytes(OPEN.length() + length)).asString().isEqualTo(OPEN + event.formatted(1));
            assertThat(second.readNBytes(OPEN.length() + length)).asString().isEqualTo(OPEN + event.formatted(1));
            assertThat(other.readNBytes(OPEN.length() + length)).asString().isEqualTo(OPEN + event.formatted(1));
            scores.tryEmitNext(event.formatted(2));
            assertThat(first.readNBytes(length)).asString().isEqualTo(event.formatted(2));
            assertThat(second.readNBytes(length)).asString().isEqualTo(event.formatted(2));
            assertThat(SUBGRAPH.calls())
                    .as("one stream of the two, one of the other caller")
                    .hasSize(2);
        }
    }

    @Test
    void shutdownEndsStreamsWithTheReason() throws Exception {
        streamThatNeverEnds();
        GraphQLWebSocket client = GraphQLWebSocket.initialised(port);
        try (InputStream stream = openStream()) {
            stream.readNBytes(OPEN.length() + ADA.length());

            shutdown.stop();

            assertThat(stream.readAllBytes())
                    .asString()
                    .contains("\"code\":\"UNAVAILABLE\"")
                    .endsWith(DONE);
            assertThat(client.awaitClose(Duration.ofSeconds(5))).isEqualTo(1001);
        } finally {
            shutdown.start();
        }
    }

    /** The body of an event stream, read on demand. */
    private InputStream openStream(String... headers) throws IOException, InterruptedException {
        return openStreamOf("{\"query\":\"subscription { renamed { name } }\"}", headers);
    }

    private InputStream openStreamOf(String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request("/graphql")
                .header("content-type", "application/json")
                .header("accept", "text/event-stream")
                .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<InputStream> response =
                HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }
}
