package ft.transcendence.gateway;

import static ft.transcendence.gateway.GatewayTests.PROVIDER;
import static ft.transcendence.gateway.GatewayTests.SUBGRAPH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ft.transcendence.gateway.subgraph.FakeSubgraph;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.StringCodec;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import redis.embedded.RedisServer;

/** Two gateways that share a Redis. */
class SeveralGatewaysTests {
    private static final String QUERY = "{ player(id: 1) { name } }";
    private static final String PASSWORD = "password-of-redis";
    private static final int BURST = 200;

    private static int redisPort;
    private static RedisServer redis;
    private static PlatformGateway first;
    private static PlatformGateway second;

    @BeforeAll
    static void startGateways() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            redisPort = socket.getLocalPort();
        }
        redis = startRedis();
        first = startGateway();
        second = startGateway();
    }

    @AfterAll
    static void stopGateways() throws IOException {
        first.close();
        second.close();
        redis.stop();
    }

    @BeforeEach
    void changePlayer() {
        PROVIDER.changePlayer();
        PROVIDER.endedSessions().clear();
    }

    @AfterEach
    void restoreTheProvider() {
        PROVIDER.tokensLive(Duration.ofMinutes(5));
    }

    /** Keeps nothing on disk. */
    private static RedisServer startRedis() throws IOException {
        RedisServer server = RedisServer.newRedisServer()
                .port(redisPort)
                .bind("127.0.0.1")
                .setting("save \"\"")
                .setting("requirepass " + PASSWORD)
                .build();
        server.start();
        return server;
    }

    private static PlatformGateway startGateway() {
        return PlatformGateway.start(
                "gateway.shared-state.redis-url=redis://:" + PASSWORD + "@127.0.0.1:" + redisPort,
                "gateway.login.state-key=0123456789abcdef0123456789abcdef",
                "gateway.login.sessions-per-player=3",
                "gateway.rate-limit.per-second=1",
                "gateway.rate-limit.burst=" + BURST,
                "gateway.cache.enabled=true",
                "gateway.shutdown.drain-delay=500ms");
    }

    @Test
    void whatIsKeptIsSharedUntilItIsInvalidated() {
        AtomicInteger calls = new AtomicInteger();
        SUBGRAPH.respondWith((call, response) -> FakeSubgraph.json(
                response.header("cache-control", "public, max-age=60"),
                200,
                "{\"data\":{\"player\":{\"name\":\"" + calls.incrementAndGet() + "\"}}}"));
        await().until(() -> first.query(QUERY).body().equals(second.query(QUERY).body()));
        int kept = calls.get();
        assertThat(second.query(QUERY).body()).doesNotContain("\"" + (kept + 1) + "\"");

        assertThat(second.invalidate("{\"subgraph\": \"players\"}").statusCode())
                .isEqualTo(204);

        assertThat(first.query(QUERY).body()).contains("\"" + (kept + 1) + "\"");
        assertThat(first.invalidate("{\"type\": \"Player\", \"key\": \"{\\\"id\\\": 1}\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(first.invalidate("{\"key\": \"1\"}")).satisfies(refused -> {
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("Expected one of");
        });
    }

    @Test
    void sessionOfOneIsKnownToTheOther() {
        String cookie = first.logIn();

        assertThat(first.isLoggedIn(cookie)).isTrue();
        assertThat(second.isLoggedIn(cookie)).isTrue();
        assertThat(second.isLoggedIn(cookie + "x")).isFalse();
    }

    @Test
    void loginThatStartsAtOneIsCompletedAtTheOther() {
        String cookie = second.complete(first.get("/login"));

        assertThat(first.isLoggedIn(cookie)).isTrue();
    }

    @Test
    void logoutAtOneEndsTheSessionAtBoth() {
        String cookie = first.logIn();
        assertThat(second.isLoggedIn(cookie)).isTrue();

        assertThat(second.get("/logout", "cookie", cookie).statusCode()).isEqualTo(302);

        assertThat(first.isLoggedIn(cookie)).isFalse();
        assertThat(second.isLoggedIn(cookie)).isFalse();
        assertThat(PROVIDER.endedSessions()).hasSize(1);
    }

    @Test
    void loginGivesTheSessionAnotherIdAtBoth() {
        String before = first.logIn();
        HttpResponse<String> pending = second.get("/login", "cookie", before);
        HttpResponse<String> done =
                second.get(BrowserTests.callback(pending), "cookie", BrowserTests.cookieOf(pending) + "; " + before);

        assertThat(first.isLoggedIn(before)).isFalse();
        assertThat(first.isLoggedIn(BrowserTests.sessionCookieOf(done))).isTrue();
    }

    @Test
    void backChannelLogoutAtOneEndsSessionTokensAndStreamsAtBoth() throws Exception {
        String cookie = first.logIn();
        String token = PROVIDER.token(claims -> claims.claim("sid", PROVIDER.session()));
        assertThat(second.query(QUERY, "authorization", "Bearer " + token).statusCode())
                .isEqualTo(200);
        try (InputStream stream = openStream(second, "cookie", cookie)) {
            sendLogoutToken(first);

            assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("\"code\":\"UNAUTHENTICATED\"")
                    .endsWith("event: complete\ndata:\n\n");
        }
        assertThat(second.isLoggedIn(cookie)).isFalse();
        assertThat(second.query(QUERY, "authorization", "Bearer " + token).statusCode())
                .isEqualTo(401);
    }

    @Test
    void loginEndsTheLeastRecentlyUsedSessionOfBoth() {
        List<String> cookies = new ArrayList<>();
        for (PlatformGateway gateway : List.of(first, second, first)) {
            cookies.add(gateway.logIn());
        }
        assertThat(second.isLoggedIn(cookies.getFirst())).isTrue();

        cookies.add(second.logIn());

        assertThat(cookies.stream().map(first::isLoggedIn)).containsExactly(true, false, true, true);
        await().untilAsserted(() -> assertThat(PROVIDER.endedSessions()).hasSize(1));
    }

    @Test
    void refreshTokensAreUsedOnce() {
        PROVIDER.tokensLive(Duration.ofSeconds(20));
        String cookie = first.logIn();
        int before = PROVIDER.refreshes();
        SUBGRAPH.respondWith(call -> "{\"data\":{\"player\":{\"name\":\"Ada\"}}}");

        List<CompletableFuture<HttpResponse<String>>> responses = Stream.of(first, second, first, second, first, second)
                .map(gateway -> CompletableFuture.supplyAsync(() -> gateway.queryWithSession(cookie)))
                .toList();

        assertThat(responses)
                .allSatisfy(response -> assertThat(response.join().statusCode()).isEqualTo(200));
        assertThat(SUBGRAPH.calls())
                .as("equal queries at the same time, some of which share a call of their gateway")
                .hasSizeBetween(2, 6)
                .allMatch(call -> call.headers().contains("authorization"));
        assertThat(PROVIDER.refreshes()).isGreaterThan(before);
        assertThat(second.isLoggedIn(cookie)).isTrue();
    }

    @Test
    void rateLimitsAreShared() {
        SUBGRAPH.respondWith(call -> "{\"data\":{\"player\":{\"name\":\"Ada\"}}}");
        String token = "Bearer " + PROVIDER.token(UUID.randomUUID(), "player");
        for (int i = 0; i < BURST; i++) {
            assertThat(first.query(QUERY, "authorization", token).statusCode()).isEqualTo(200);
        }
        AtomicInteger admitted = new AtomicInteger();

        await().pollInterval(Duration.ofMillis(20)).until(() -> {
            boolean refused = second.query(QUERY, "authorization", token).statusCode() == 429;
            return refused || admitted.incrementAndGet() > BURST / 2;
        });

        assertThat(admitted).hasValueLessThan(BURST / 2);
    }

    @Test
    void redisKnowsNoSecret() {
        PROVIDER.tokensLive(Duration.ofMinutes(4));
        String cookie = first.logIn();
        assertThat(second.isLoggedIn(cookie)).isTrue();
        String token = SUBGRAPH.calls().getLast().headers().get("authorization").substring("Bearer ".length());
        String id = cookie.substring(cookie.indexOf('=') + 1);

        RedisClient client = RedisClient.create("redis://:" + PASSWORD + "@127.0.0.1:" + redisPort);
        try (StatefulRedisConnection<String, String> connection = client.connect(StringCodec.ASCII)) {
            RedisCommands<String, String> commands = connection.sync();
            List<String> sessions = commands.keys("transcendence:session:*");
            assertThat(sessions).isNotEmpty().allSatisfy(key -> {
                assertThat(key).doesNotContain(id);
                assertThat(commands.get(key)).doesNotContain(id, token, "refresh-");
                assertThat(commands.pttl(key)).isPositive();
            });
        } finally {
            client.shutdown();
        }
    }

    @Test
    void outageOfRedisRefusesSessionsOnlyAndRevocationsArriveLater() throws IOException {
        String cookie = first.logIn();
        String token = "Bearer " + PROVIDER.token(claims -> claims.claim("sid", PROVIDER.session()));
        String other = "Bearer " + PROVIDER.token(UUID.randomUUID(), "player");
        SUBGRAPH.respondWith(call -> "{\"data\":{\"player\":{\"name\":\"Ada\"}}}");
        redis.stop();
        try {
            await().untilAsserted(() -> assertThat(second.queryWithSession(cookie))
                    .satisfies(refused -> {
                        assertThat(refused.statusCode()).isEqualTo(503);
                        assertThat(refused.body()).contains("\"SESSIONS_UNAVAILABLE\"");
                        assertThat(refused.headers().firstValue("retry-after")).isPresent();
                    }));
            assertThat(second.get("/logout", "cookie", cookie).statusCode()).isEqualTo(503);
            assertThat(second.query(QUERY, "authorization", other).statusCode()).isEqualTo(200);
            await().untilAsserted(() -> assertThat(second.metrics())
                    .contains("\ngateway_redis_reachable 0.0\n")
                    .containsPattern("\ngateway_redis_failures_total\\{use=\"limits\"} [1-9]")
                    .containsPattern("\ngateway_redis_failures_total\\{use=\"revocations\"} [1-9]")
                    .containsPattern("\ngateway_redis_failures_total\\{use=\"sessions\"} [1-9]"));
            sendLogoutToken(first);
            assertThat(first.query(QUERY, "authorization", token).statusCode()).isEqualTo(401);
        } finally {
            redis = startRedis();
        }

        await().untilAsserted(() -> assertThat(
                        second.query(QUERY, "authorization", token).statusCode())
                .isEqualTo(401));
        await().untilAsserted(() -> assertThat(first.queryWithSession(cookie).statusCode())
                .as("without its data Redis knows no session")
                .isEqualTo(200));
        assertThat(first.isLoggedIn(cookie)).isFalse();
        assertThat(second.isLoggedIn(first.logIn())).isTrue();
        await().untilAsserted(() -> assertThat(second.metrics()).contains("\ngateway_redis_reachable 1.0\n"));
    }

    @Test
    void rollingRestartLosesNoRequestAndNoSession() throws Exception {
        String revoked = "Bearer " + revokedToken();
        String cookie = first.logIn();
        SUBGRAPH.respondWith((call, response) -> Mono.delay(Duration.ofMillis(10))
                .then(FakeSubgraph.json(response, 200, "{\"data\":{\"player\":{\"name\":\"Ada\"}}}")));
        try (TestBalancer balancer = new TestBalancer()) {
            balancer.add(first);
            balancer.add(second);
            await().until(() -> balancer.ready() == 2);
            try (Load load = new Load(balancer)) {
                load.awaitRequests(100);
                first = restart(first, balancer);
                load.awaitRequests(100);
                second = restart(second, balancer);
                load.awaitRequests(100);

                assertThat(load.failures).isEmpty();
            }
        }
        assertThat(first.isLoggedIn(cookie)).isTrue();
        assertThat(second.isLoggedIn(cookie)).isTrue();
        assertThat(first.query(QUERY, "authorization", revoked).statusCode())
                .as("a gateway that was not running reads what it has missed")
                .isEqualTo(401);
    }

    /** A token of a session that has been ended at the first gateway. */
    private static String revokedToken() {
        first.logIn();
        String token = PROVIDER.token(claims -> claims.claim("sid", PROVIDER.session()));
        sendLogoutToken(first);
        return token;
    }

    private static PlatformGateway restart(PlatformGateway gateway, TestBalancer balancer) throws Exception {
        try (InputStream stream = openStream(gateway, "authorization", "Bearer " + PROVIDER.token(UUID.randomUUID()))) {
            gateway.close();
            assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("\"code\":\"UNAVAILABLE\"")
                    .endsWith("event: complete\ndata:\n\n");
        }
        balancer.remove(gateway);
        PlatformGateway started = startGateway();
        balancer.add(started);
        await().until(() -> balancer.ready() == 2);
        return started;
    }

    private static void sendLogoutToken(PlatformGateway gateway) {
        assertThat(GatewayTests.send(gateway.request("/logout/backchannel")
                                .header("content-type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(
                                        "logout_token=" + PROVIDER.logoutToken(claims -> claims))))
                        .statusCode())
                .isEqualTo(200);
    }

    /** Opens a stream and reads the beginning of its first event. */
    private static InputStream openStream(PlatformGateway gateway, String header, String value)
            throws IOException, InterruptedException {
        FakeSubgraph.Responder queries =
                (call, response) -> FakeSubgraph.json(response, 200, "{\"data\":{\"player\":{\"name\":\"Ada\"}}}");
        SUBGRAPH.respondWith((call, response) -> call.body().contains("subscription")
                ? FakeSubgraph.events(response, Flux.just(StreamTests.ADA).concatWith(Flux.never()))
                : queries.respond(call, response));
        HttpResponse<InputStream> response = HttpClient.newHttpClient()
                .send(
                        gateway.request("/graphql")
                                .header("content-type", "application/json")
                                .header("accept", "text/event-stream")
                                .header("x-requested-with", "test")
                                .header(header, value)
                                .POST(BodyPublishers.ofString("{\"query\":\"subscription { renamed { name } }\"}"))
                                .build(),
                        BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body().readNBytes(8)).hasSize(8);
        return response.body();
    }

    /** Clients that send one request after another until it is closed. */
    private static final class Load implements AutoCloseable {
        private static final int CLIENTS = 8;

        private final HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        private final AtomicBoolean stopped = new AtomicBoolean();
        private final AtomicInteger completed = new AtomicInteger();
        private final Queue<String> failures = new ConcurrentLinkedQueue<>();
        private final List<CompletableFuture<Void>> clients;

        Load(TestBalancer balancer) {
            // its role has no rate limit
            HttpRequest request = HttpRequest.newBuilder(balancer.address("/graphql"))
                    .timeout(Duration.ofSeconds(10))
                    .header("content-type", "application/json")
                    .header("authorization", "Bearer " + PROVIDER.token(UUID.randomUUID(), "game-server"))
                    .POST(BodyPublishers.ofString("{\"query\":\"" + QUERY + "\"}"))
                    .build();
            clients = IntStream.range(0, CLIENTS).mapToObj(i -> repeat(request)).toList();
        }

        private CompletableFuture<Void> repeat(HttpRequest request) {
            return http.sendAsync(request, BodyHandlers.ofString())
                    .handle((response, failure) -> {
                        completed.incrementAndGet();
                        if (failure != null) {
                            failures.add(failure.toString());
                        } else if (response.statusCode() != 200
                                || !response.body().contains("Ada")) {
                            failures.add(response.statusCode() + " " + response.body());
                        }
                        return stopped.get();
                    })
                    .thenCompose(end -> end ? CompletableFuture.completedFuture(null) : repeat(request));
        }

        void awaitRequests(int more) {
            int until = completed.get() + more;
            await().until(() -> completed.get() >= until);
        }

        @Override
        public void close() {
            stopped.set(true);
            clients.forEach(CompletableFuture::join);
            http.close();
        }
    }
}
