package ft.transcendence.gateway.subgraph;

import static ft.transcendence.gateway.subgraph.FakeSubgraph.json;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.RequestContext;
import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.federation.SubgraphResponse;
import ft.transcendence.gateway.header.ResponseHeaders;
import ft.transcendence.gateway.identity.ClaimHeaderNames;
import ft.transcendence.gateway.identity.TestCallers;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.env.MockEnvironment;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.Connection;
import reactor.netty.http.HttpResources;

/** What single subgraphs are sent, and how settings are replaced while requests are in flight. */
@ParameterizedClass
@EnumSource(ClientImplementation.class)
class SubgraphSettingsTests {
    private static final String COMMON = "c".repeat(32);
    private static final String OF_USERS = "u".repeat(32);

    private final ClientImplementation implementation;
    private final FakeSubgraph users = new FakeSubgraph();
    private final FakeSubgraph matches = new FakeSubgraph();
    private final MockTicker time = Ticker.newMockTicker();
    private final EmbeddedChannel timer = EmbeddedChannel.builder().ticker(time).build();
    private final EventLoop loop = HttpResources.get().onClient(true).next();
    private @Nullable HttpSubgraphTransport transport;
    private @Nullable ForwardedHeaders forwarded;

    SubgraphSettingsTests(ClientImplementation implementation) {
        this.implementation = implementation;
    }

    @AfterEach
    void close() {
        if (transport != null) {
            transport.stop();
        }
        users.close();
        matches.close();
    }

    @Test
    void eachSubgraphGetsItsOwnCredential() throws Exception {
        open("credential=" + COMMON, "named.users.credential=" + OF_USERS, "named.users.credential-header=X-Users");
        send(users, "users");
        send(matches, "matches");

        assertThat(headerOf(users, "x-users")).isEqualTo(OF_USERS);
        assertThat(headerOf(users, "x-gateway-credential")).isNull();
        assertThat(headerOf(matches, "x-gateway-credential")).isEqualTo(COMMON);
    }

    @Test
    void onlySubgraphsThatWantItGetTheToken() throws Exception {
        open("named.users.forward-authorization=false");
        send(users, "users");
        send(matches, "matches");

        assertThat(headerOf(users, "authorization")).isNull();
        assertThat(headerOf(users, "traceparent")).isEqualTo("00-1-2-01");
        assertThat(headerOf(matches, "authorization")).isEqualTo("Bearer token");
    }

    @Test
    void eachSubgraphGetsItsOwnHeaders() throws Exception {
        open(
                "forward-headers=x-common,x-users",
                "named.users.forward-headers=X-Users",
                "named.matches.forward-headers=");
        send(users, "users");
        send(matches, "matches");

        assertThat(headerOf(users, "x-users")).isEqualTo("1");
        assertThat(headerOf(users, "x-common")).isNull();
        assertThat(headerOf(matches, "x-users")).isNull();
    }

    @Test
    void credentialHeadersOfOtherSubgraphsAreNeverTakenFromClients() throws Exception {
        open("forward-headers=x-users", "named.users.credential=" + OF_USERS, "named.users.credential-header=X-Users");
        send(users, "users");
        send(matches, "matches");

        assertThat(users.calls().getFirst().headers().getAll("x-users")).containsExactly(OF_USERS);
        assertThat(headerOf(matches, "x-users")).isNull();
    }

    @Test
    void queriesAreSharedIfTheSubgraphCannotTellThemApart() throws Exception {
        open(
                "deduplicate-queries=true",
                "named.users.forward-authorization=false",
                "named.users.forward-headers=",
                "headers.request[0].propagate=x-tenant",
                "headers.response[0].propagate=x-answer");
        Sinks.Empty<Void> release = Sinks.empty();
        users.respondWith((call, response) -> release.asMono()
                .then(json(response.header("x-answer", call.headers().get("x-tenant")), 200, "{}")));
        List<RequestContext> contexts =
                List.of(context("Bearer a", "red"), context("Bearer b", "red"), context("Bearer c", "blue"));
        List<CompletableFuture<SubgraphResponse>> sent = contexts.stream()
                .map(context -> requireNonNull(transport).send(request(users, "users", context)))
                .toList();
        release.tryEmitEmpty();
        for (CompletableFuture<SubgraphResponse> call : sent) {
            text(call);
        }

        assertThat(users.calls()).hasSize(2);
        // whoever shares a call gets its headers too
        assertThat(contexts.stream().map(SubgraphSettingsTests::passedTo)).containsExactly("red", "red", "blue");
    }

    @Test
    void aCancelledCallWithRulesForItsResponseIsAborted() throws Exception {
        HttpSubgraphTransport open = open("headers.response[0].propagate=x-answer");
        CompletableFuture<String> arrived = new CompletableFuture<>();
        Sinks.Empty<Void> aborted = Sinks.empty();
        users.respondWith((call, response) -> {
            response.withConnection(used -> used.onTerminate().subscribe(null, null, aborted::tryEmitEmpty));
            arrived.complete(call.body());
            return Mono.never();
        });
        CompletableFuture<SubgraphResponse> call = open.send(request(users, "users", context()));
        arrived.get(5, TimeUnit.SECONDS);
        call.cancel(true);

        aborted.asMono().block(Duration.ofSeconds(5));
    }

    @Test
    void callsInFlightFinishOnTheSettingsTheyBeganWith() throws Exception {
        Sinks.Empty<Void> release = Sinks.empty();
        CountDownLatch arrived = new CountDownLatch(1);
        users.respondWith((call, response) -> {
            arrived.countDown();
            return release.asMono().then(json(response, 200, "old"));
        });
        HttpSubgraphTransport open = open("credential=" + COMMON);
        RequestContext begun = context();
        CompletableFuture<SubgraphResponse> inFlight = open.send(request(users, "users", begun));
        assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();

        open.apply(TestSettings.of(
                implementation, "credential=" + OF_USERS, "forward-authorization=false", "max-connections=1"));
        CompletableFuture<SubgraphResponse> next = open.send(request(users, "users", begun));
        release.tryEmitEmpty();
        assertThat(text(inFlight)).isEqualTo("old");
        assertThat(text(next)).isEqualTo("old");

        assertThat(users.calls().getFirst().headers().get("x-gateway-credential"))
                .isEqualTo(COMMON);
        assertThat(users.calls().get(1).headers().get("x-gateway-credential")).isEqualTo(OF_USERS);
        // the context is from before, the subgraph is not to get the token any more
        assertThat(users.calls().get(1).headers().get("authorization")).isNull();
    }

    @Test
    void connectionsOfReplacedSettingsAreClosedWhenNoCallCanUseThem() throws Exception {
        CompletableFuture<Channel> connection = new CompletableFuture<>();
        users.respondWith((call, response) -> {
            response.withConnection(used -> connection.complete(channelOf(used)));
            return json(response, 200, "{}");
        });
        HttpSubgraphTransport open = open("max-idle-time=10m");
        send(users, "users");
        open.apply(TestSettings.of(implementation, "max-idle-time=11m"));

        Duration longest = TestSettings.of(implementation).of("users").longestCall();
        pass(longest.minusMillis(1));
        assertThat(connection.get().isOpen()).isTrue();
        pass(Duration.ofMillis(1));
        assertThat(connection.get().closeFuture().await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void subgraphsWithTheSameSettingsKeepTheirConnections() throws Exception {
        HttpSubgraphTransport open = open();
        send(users, "users");
        send(matches, "matches");
        open.apply(TestSettings.of(implementation, "named.users.max-connections=1"));
        send(users, "users");
        send(matches, "matches");

        assertThat(matches.connections()).isEqualTo(1);
        assertThat(users.connections()).isEqualTo(2);
    }

    @Test
    void callsOfASubgraphWithSeveralAddressesTakeThemInTurn() throws Exception {
        open("named.users.urls=" + users.url() + "," + matches.url());
        for (int i = 0; i < 4; i++) {
            send(users, "users");
        }

        assertThat(users.calls()).hasSize(2);
        assertThat(matches.calls()).hasSize(2);
    }

    @Test
    void callsThatCannotConnectGoToTheNextAddress() throws Exception {
        open("query-retries=0", "named.users.urls=" + users.url() + "," + matches.url());
        users.close();
        for (int i = 0; i < 4; i++) {
            ByteBuffer body = ByteBuffer.wrap("{}".getBytes(StandardCharsets.UTF_8));
            text(requireNonNull(transport)
                    .send(new SubgraphRequest("users", "http://unused", body, OperationKind.MUTATION, context())));
        }

        assertThat(matches.calls()).hasSize(4);
    }

    @Test
    void applyReplacesAddresses() throws Exception {
        HttpSubgraphTransport open = open();
        open.apply(TestSettings.of(implementation, "named.users.url=" + matches.url()));
        send(users, "users");

        assertThat(users.calls()).isEmpty();
        assertThat(matches.calls()).hasSize(1);
    }

    private void pass(Duration duration) {
        time.advance(duration.toNanos(), TimeUnit.NANOSECONDS);
        timer.runScheduledPendingTasks();
    }

    /** A request's channel can be a wrapper that ends with the request. */
    private static Channel channelOf(Connection connection) {
        Channel channel = connection.channel();
        return channel.parent() instanceof SocketChannel ? channel.parent() : channel;
    }

    private HttpSubgraphTransport open(String... settings) {
        SubgraphProperties properties = TestSettings.of(implementation, settings);
        CurrentSubgraphSettings current = new CurrentSubgraphSettings(properties);
        ForwardedHeaders headers = new ForwardedHeaders(properties, ClaimHeaderNames.of());
        HttpSubgraphTransport opened = new HttpSubgraphTransport(
                current,
                new SubgraphAddresses(current, new MockEnvironment()),
                headers,
                TestSettings.NO_CACHE,
                Instant::now,
                List.of(),
                timer.eventLoop());
        forwarded = headers;
        transport = opened;
        return opened;
    }

    private RequestContext context() {
        var client = new DefaultHttpHeaders()
                .add("traceparent", "00-1-2-01")
                .add("x-users", "1")
                .add("x-common", "2");
        return requireNonNull(forwarded)
                .attach(RequestContext.builder(), client, TestCallers.withAuthorization("Bearer token"))
                .build();
    }

    private RequestContext context(String authorization, String tenant) {
        return requireNonNull(forwarded)
                .attach(
                        RequestContext.builder(),
                        new DefaultHttpHeaders().add("x-tenant", tenant),
                        TestCallers.withAuthorization(authorization))
                .build();
    }

    private static @Nullable String passedTo(RequestContext context) {
        HttpHeaders client = new DefaultHttpHeaders();
        requireNonNull(ResponseHeaders.of(context)).writeTo(client, true);
        return client.get("x-answer");
    }

    private void send(FakeSubgraph subgraph, String name) throws Exception {
        HttpSubgraphTransport open = requireNonNull(transport);
        // each event loop of the gateway's own client has connections of its own
        text(loop.submit(() -> open.send(request(subgraph, name, context()))).get(5, TimeUnit.SECONDS));
    }

    private static SubgraphRequest request(FakeSubgraph subgraph, String name, RequestContext context) {
        ByteBuffer body = ByteBuffer.wrap("{}".getBytes(StandardCharsets.UTF_8));
        return new SubgraphRequest(name, subgraph.url(), body, OperationKind.QUERY, context);
    }

    private static String text(CompletableFuture<SubgraphResponse> call) throws Exception {
        return new String(call.get(5, TimeUnit.SECONDS).body(), StandardCharsets.UTF_8);
    }

    private static @Nullable String headerOf(FakeSubgraph subgraph, String name) {
        return subgraph.calls().getFirst().headers().get(name);
    }
}
