package ft.transcendence.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.gateway.subgraph.FakeSubgraph;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class SubscriptionTests extends GatewayTests {
    private static final String OPEN = ":\n\n";
    private static final String ADA = "event: next\ndata: {\"data\":{\"renamed\":{\"name\":\"Ada\"}}}\n\n";
    private static final String BOB = "event: next\ndata: {\"data\":{\"renamed\":{\"name\":\"Bob\"}}}\n\n";
    private static final String DONE = "event: complete\ndata:\n\n";
    private static final String SUBSCRIBE =
            "{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":{\"query\":\"subscription { renamed { name } }\"}}";

    @Autowired
    @Qualifier("streamShutdown") private SmartLifecycle shutdown;

    @BeforeEach
    void answer() {
        SUBGRAPH.answer((call, response) -> FakeSubgraph.events(response, Flux.just(ADA, BOB, DONE)));
    }

    @Test
    void carriesASubscriptionOverServerSentEvents() {
        HttpResponse<String> response = query("subscription { renamed { name } }", "accept", "text/event-stream");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).hasValue("text/event-stream; charset=utf-8");
        assertThat(response.body()).isEqualTo(OPEN + ADA + BOB + DONE);
    }

    @Test
    void tellsARefusedSubscriptionAsItsOnlyEvent() {
        HttpResponse<String> response = query("subscription { nothing }", "accept", "text/event-stream");
        assertThat(response.body())
                .startsWith(OPEN + "event: next\ndata: {\"errors\":[")
                .endsWith(DONE);
        assertThat(SUBGRAPH.calls()).isEmpty();
    }

    @Test
    void refusesASubscriptionThatAsksForJson() {
        assertThat(query("subscription { renamed { name } }").body()).contains("\"errors\"");
        assertThat(SUBGRAPH.calls()).isEmpty();
    }

    @Test
    void endsAnEventStreamWithItsToken() {
        SUBGRAPH.answer(
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
    void tellsThatAnEventStreamIsOpenBeforeItsFirstEvent() throws Exception {
        SUBGRAPH.answer((call, response) -> FakeSubgraph.events(response, Flux.never()));
        try (InputStream stream = openStream()) {
            assertThat(stream.readNBytes(OPEN.length())).asString().isEqualTo(OPEN);
        }
    }

    @Test
    void keepsAStreamThatIsSilentForLongerThanAnAnswerMayTake() {
        Duration silence = Duration.ofSeconds(5);
        SUBGRAPH.answer((call, response) -> FakeSubgraph.events(
                response,
                Flux.just(ADA)
                        .concatWith(Mono.just(BOB).delaySubscription(silence))
                        .concatWith(Mono.just(DONE))));
        HttpResponse<String> response = query("subscription { renamed { name } }", "accept", "text/event-stream");
        assertThat(response.body()).isEqualTo(OPEN + ADA + BOB + DONE);
    }

    @Test
    void endsTheSubgraphsStreamWhenAnEventStreamsClientIsGone() throws Exception {
        Mono<Void> ended = streamThatNeverEnds();
        try (InputStream stream = openStream()) {
            stream.readNBytes(OPEN.length() + ADA.length());
        }
        ended.block(Duration.ofSeconds(5));
    }

    @Test
    void endsTheSubgraphsStreamWhenAWebSocketsClientIsGone() throws Exception {
        Mono<Void> ended = streamThatNeverEnds();
        Client client = connect();
        client.send("{\"type\":\"connection_init\"}");
        client.next();
        client.send(SUBSCRIBE);
        assertThat(client.next()).contains("Ada");
        client.close();
        ended.block(Duration.ofSeconds(5));
    }

    @Test
    void asksTheSubgraphForNoMoreThanASlowClientReads() throws Exception {
        AtomicInteger sent = new AtomicInteger();
        String large = "event: next\ndata: {\"data\":{\"renamed\":{\"name\":\"" + "x".repeat(100_000) + "\"}}}\n\n";
        SUBGRAPH.answer((call, response) -> FakeSubgraph.events(
                response, Flux.range(0, 10_000).map(number -> large).doOnNext(piece -> sent.incrementAndGet())));
        try (InputStream stream = openStream()) {
            stream.readNBytes(OPEN.length());
            int stalledAt = waitUntilStalled(sent);
            assertThat(stalledAt).as("events of 100 kB under way").isLessThan(1_000);
            stream.readNBytes(stalledAt * large.length());
            assertThat(sent).as("goes on when the client reads").hasValueGreaterThan(stalledAt);
        }
    }

    @Test
    void carriesASubscriptionOverAWebSocket() throws Exception {
        Client client = connect();
        client.send("{\"type\":\"connection_init\"}");
        assertThat(client.next()).isEqualTo("{\"type\":\"connection_ack\"}");
        client.send(SUBSCRIBE);
        assertThat(client.next())
                .isEqualTo("{\"id\":\"1\",\"type\":\"next\",\"payload\":{\"data\":{\"renamed\":{\"name\":\"Ada\"}}}}");
        assertThat(client.next()).contains("Bob");
        assertThat(client.next()).isEqualTo("{\"id\":\"1\",\"type\":\"complete\"}");
        client.send("{\"type\":\"ping\"}");
        assertThat(client.next()).isEqualTo("{\"type\":\"pong\"}");
        client.send("{\"id\":\"2\",\"type\":\"subscribe\",\"payload\":{\"query\":\"{ nothing }\"}}");
        assertThat(client.next()).startsWith("{\"id\":\"2\",\"type\":\"error\",\"payload\":[{\"message\":");
        client.send("{\"id\":\"2\",\"type\":\"subscribe\",\"payload\":{\"query\":\"{ __typename }\"}}");
        assertThat(client.next())
                .isEqualTo("{\"id\":\"2\",\"type\":\"next\",\"payload\":{\"data\":{\"__typename\":\"Query\"}}}");
        assertThat(client.next()).isEqualTo("{\"id\":\"2\",\"type\":\"complete\"}");
        client.close();
    }

    @Test
    void callerHasOnlySoManyStreams() throws Exception {
        SUBGRAPH.answer((call, response) -> FakeSubgraph.events(response, Flux.never()));
        String token = "Bearer " + PROVIDER.token(UUID.randomUUID(), "player");
        List<InputStream> streams = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            streams.add(openStream("authorization", token));
        }
        HttpResponse<String> refused =
                query("subscription { renamed { name } }", "accept", "text/event-stream", "authorization", token);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("\"code\":\"TOO_MANY_STREAMS\"").doesNotContain("event:");

        Client client = connect();
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
    void callerHasOnlySoManyWebSockets() throws Exception {
        String token = PROVIDER.token(UUID.randomUUID(), "player");
        String init = "{\"type\":\"connection_init\",\"payload\":{\"authorization\":\"Bearer " + token + "\"}}";
        List<Client> clients = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Client client = connect();
            client.send(init);
            assertThat(client.next()).isEqualTo("{\"type\":\"connection_ack\"}");
            clients.add(client);
        }
        Client refused = connect();
        refused.send(init);
        assertThat(refused.closed.get(5, TimeUnit.SECONDS)).isEqualTo(4429);
        clients.forEach(Client::close);
    }

    @Test
    void equalSubscriptionsOfOneCallerShareAStreamOfTheSubgraph() throws Exception {
        String event = "event: next\ndata: {\"data\":{\"score\":%d}}\n\n";
        Sinks.Many<String> scores = Sinks.many().replay().all();
        scores.tryEmitNext(event.formatted(1));
        SUBGRAPH.answer((call, response) -> FakeSubgraph.events(response, scores.asFlux()));
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
    void clientsOfPersistedQueriesFallBackOnAWebSocket() throws Exception {
        Client client = connect();
        client.send("{\"type\":\"connection_init\"}");
        client.next();
        client.send("{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":"
                + "{\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"ecf4\"}}}}");
        assertThat(client.next())
                .isEqualTo("{\"id\":\"1\",\"type\":\"error\",\"payload\":[{\"message\":\"PersistedQueryNotSupported\","
                        + "\"extensions\":{\"code\":\"PERSISTED_QUERY_NOT_SUPPORTED\"}}]}");
        client.send(SUBSCRIBE);
        assertThat(client.next()).contains("Ada");
        client.close();
    }

    @Test
    void endsTheSubgraphsStreamWhenAClientCompletes() throws Exception {
        Mono<Void> ended = streamThatNeverEnds();
        Client client = connect();
        client.send("{\"type\":\"connection_init\"}");
        client.next();
        client.send(SUBSCRIBE);
        assertThat(client.next()).contains("Ada");
        client.send("{\"id\":\"1\",\"type\":\"complete\"}");
        ended.block(Duration.ofSeconds(5));
        client.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "no json                                                     | 4400",
                "{\"type\":\"subscribe\",\"payload\":{\"query\":\"{a}\"}}    | 4400",
                "{\"type\":\"unheard_of\"}                                   | 4400",
                "{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":{\"query\":\"{a}\"}} | 4401",
                "{\"type\":\"connection_init\",\"payload\":{\"authorization\":\"Bearer forged\"}} | 4403",
            })
    void closesAWebSocketThatDoesNotKeepToTheProtocol(String message, int status) throws Exception {
        Client client = connect();
        client.send(message);
        assertThat(client.closed.get(5, TimeUnit.SECONDS)).isEqualTo(status);
    }

    @Test
    void closesAWebSocketThatIsInitialisedTwice() throws Exception {
        Client client = connect();
        client.send("{\"type\":\"connection_init\"}");
        client.send("{\"type\":\"connection_init\"}");
        assertThat(client.closed.get(5, TimeUnit.SECONDS)).isEqualTo(4429);
    }

    @Test
    void closesAWebSocketWithItsToken() throws Exception {
        Client client = connect();
        client.send("{\"type\":\"connection_init\",\"payload\":{\"authorization\":\"Bearer "
                + tokenFor(Duration.ofSeconds(6)) + "\"}}");
        assertThat(client.next()).isEqualTo("{\"type\":\"connection_ack\"}");
        assertThat(client.closed.get(15, TimeUnit.SECONDS)).isEqualTo(4403);
    }

    @Test
    void closesAWebSocketOfAnotherProtocol() throws Exception {
        String handshake = "GET /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(handshake.getBytes(StandardCharsets.US_ASCII));
            ByteArrayOutputStream received = new ByteArrayOutputStream();
            for (int next = socket.getInputStream().read();
                    next >= 0;
                    next = socket.getInputStream().read()) {
                received.write(next);
                if (received.toString(StandardCharsets.ISO_8859_1).endsWith("Subprotocol not acceptable")) {
                    break;
                }
            }
            String text = received.toString(StandardCharsets.ISO_8859_1);
            assertThat(text).startsWith("HTTP/1.1 101");
            int status = text.indexOf("Subprotocol not acceptable") - 2;
            assertThat((text.charAt(status) << 8) + text.charAt(status + 1)).isEqualTo(4406);
        }
    }

    @ParameterizedTest
    @CsvSource({"https://evil.example, 403", "null, 403", "https://pong.example, 101"})
    void opensNoWebSocketForPagesOfOtherOrigins(String origin, int status) {
        assertThat(handshakeStatus(origin)).isEqualTo(status);
    }

    @Test
    void endsStreamsBeforeTheServerStopsAndSaysWhy() throws Exception {
        streamThatNeverEnds();
        Client client = connect();
        client.send("{\"type\":\"connection_init\"}");
        client.next();
        try (InputStream stream = openStream()) {
            stream.readNBytes(OPEN.length() + ADA.length());

            shutdown.stop();

            assertThat(stream.readAllBytes())
                    .asString()
                    .contains("\"code\":\"UNAVAILABLE\"")
                    .endsWith(DONE);
            assertThat(client.closed.get(5, TimeUnit.SECONDS)).isEqualTo(1001);
        } finally {
            shutdown.start();
        }
    }

    /** Makes the subgraph send one event and stay; what is returned completes when the gateway leaves it. */
    private static Mono<Void> streamThatNeverEnds() {
        Sinks.Empty<Void> ended = Sinks.empty();
        SUBGRAPH.answer((call, response) -> {
            response.withConnection(connection -> connection.onTerminate().subscribe(null, null, ended::tryEmitEmpty));
            return FakeSubgraph.events(response, Flux.just(ADA).concatWith(Flux.never()));
        });
        return ended.asMono();
    }

    /** The body of an event stream, read as it is asked for. */
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

    private static int waitUntilStalled(AtomicInteger counter) throws InterruptedException {
        int last;
        do {
            last = counter.get();
            Thread.sleep(Duration.ofSeconds(1));
        } while (counter.get() != last);
        return last;
    }

    private int handshakeStatus(String origin) {
        try {
            Client client = new Client();
            HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .header("Origin", origin)
                    .subprotocols("graphql-transport-ws")
                    .buildAsync(webSocketUrl(), client)
                    .join()
                    .abort();
            return 101;
        } catch (CompletionException e) {
            return e.getCause() instanceof WebSocketHandshakeException refused
                    ? refused.getResponse().statusCode()
                    : -1;
        }
    }

    private static String tokenFor(Duration lifetime) {
        return PROVIDER.token(claims ->
                claims.claim("iat", null).expirationTime(Date.from(Instant.now().plus(lifetime))));
    }

    private URI webSocketUrl() {
        return URI.create("ws://127.0.0.1:" + port + "/graphql");
    }

    private Client connect() {
        Client client = new Client();
        client.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("graphql-transport-ws")
                .buildAsync(webSocketUrl(), client)
                .join();
        return client;
    }

    private static final class Client implements WebSocket.Listener {
        final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
        private final StringBuilder parts = new StringBuilder();
        private @Nullable WebSocket socket;

        void send(String message) {
            Objects.requireNonNull(socket).sendText(message, true).join();
        }

        @Nullable String next() throws InterruptedException {
            return messages.poll(10, TimeUnit.SECONDS);
        }

        void close() {
            Objects.requireNonNull(socket).abort();
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            parts.append(data);
            if (last) {
                messages.add(parts.toString());
                parts.setLength(0);
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
            closed.complete(statusCode);
            return null;
        }
    }
}
