package ft.transcendence.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.gateway.subgraph.FakeSubgraph;
import ft.transcendence.gateway.supergraph.CurrentEngine;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.server.session.DefaultWebSessionManager;
import org.springframework.web.server.session.InMemoryWebSessionStore;
import org.springframework.web.server.session.WebSessionManager;
import reactor.core.publisher.Flux;

/**
 * One caller sends cheap requests, each different from all others, and the heap stays flat: what the gateway keeps of requests is bounded by weight.
 * Caches are small here and rate limits are off, so that nothing else keeps the heap from growing.
 *
 * <p>The data of one kind of request, kept once, would be several times the growth that is allowed.
 */
@Tag("nightly")
@TestPropertySource(
        properties = {
            "gateway.supergraph.operation-cache-size=1MB",
            "gateway.identity.remembered-tokens=100",
            "gateway.login.limits.per-second=100000",
            "gateway.login.limits.burst=100000"
        })
class FlatHeapTests extends GatewayTests {
    private static final int MEGABYTE = 1 << 20;
    private static final long ALLOWED_GROWTH = 2L * MEGABYTE;
    private static final long SENT = 6L * MEGABYTE;

    /** The size of text that fits into a body here. */
    private static final int LARGE = 48 << 10;
    /** The size of text that fits into the head of a request. */
    private static final int HEAD = 7 << 10;
    /** The size of text that fits into a path. */
    private static final int PATH = 3 << 10;

    @Autowired
    private CurrentEngine engine;

    @Autowired
    private WebSessionManager sessionManager;

    /** Sends one request of a kind and checks that it reaches the code under test: an early error would prove nothing. */
    private interface Sender {
        void send(FlatHeapTests gateway, String text);
    }

    /** @param size of the text in each request */
    private record Kind(int size, Sender sender) {}

    static Stream<Named<Kind>> kinds() {
        return Map.<String, Kind>ofEntries(
                        Map.entry(
                                "literals",
                                large((gateway, text) ->
                                        gateway.assertResponse("{ player(id: \"" + text + "\") { name } }", "Ada"))),
                        Map.entry(
                                "variables",
                                large((gateway, text) -> contains(
                                        gateway.post(
                                                "{\"query\":\"query($id: ID!) { player(id: $id) { name } }\",\"variables\":{\"id\":\""
                                                        + text + "\"}}"),
                                        "Ada"))),
                        Map.entry(
                                "aliases",
                                large((gateway, text) -> gateway.assertResponse(
                                        "{ " + text + ": player(id: 1) { name } }", "UNEXPECTED_NULL", "null"))),
                        Map.entry(
                                "names of operations",
                                large((gateway, text) -> gateway.assertResponse(
                                        "query " + text + " { player(id: 1) { name } }", "Ada"))),
                        Map.entry(
                                "many fields",
                                large((gateway, text) -> gateway.assertResponse(
                                        "{ player(id: 1) { name " + manyTypenames(text) + " } }", "Ada"))),
                        Map.entry(
                                "operations that are not run",
                                large((gateway, text) -> contains(
                                        gateway.post(
                                                "{\"operationName\":\"A\",\"query\":\"query A { player(id: 1) { name } } query "
                                                        + text + " { __typename }\"}"),
                                        "Ada"))),
                        Map.entry(
                                "fields that there are not",
                                large((gateway, text) ->
                                        gateway.assertResponse("{ " + text + " }", "GRAPHQL_VALIDATION_FAILED"))),
                        Map.entry(
                                "documents that are none",
                                large((gateway, text) ->
                                        gateway.assertResponse("{ player " + text + " ", "GRAPHQL_PARSE_FAILED"))),
                        Map.entry(
                                "variables that are refused",
                                large((gateway, text) -> contains(
                                        gateway.post(
                                                "{\"query\":\"query($id: Int!) { __typename }\",\"variables\":{\"id\":\""
                                                        + text + "\"}}"),
                                        "errors"))),
                        Map.entry(
                                "introspection",
                                large((gateway, text) -> gateway.assertResponse(
                                        "{ __type(name: \"" + text + "\") { name } player(id: 1) { name } }", "Ada"))),
                        Map.entry(
                                "hashes of persisted documents",
                                large((gateway, text) -> contains(
                                        gateway.post(
                                                "{\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\""
                                                        + text + "\"}}}"),
                                        "PERSISTED_QUERY_NOT_SUPPORTED"))),
                        Map.entry(
                                "values of headers",
                                head((gateway, text) -> contains(
                                        gateway.query("{ player(id: 1) { name } }", "x-request-id", text), "Ada"))),
                        Map.entry(
                                "names of headers",
                                head((gateway, text) ->
                                        contains(gateway.query("{ player(id: 1) { name } }", text, "value"), "Ada"))),
                        Map.entry(
                                "forged tokens",
                                head((gateway, text) -> contains(
                                        gateway.query("{ __typename }", "authorization", "Bearer " + text),
                                        "UNAUTHENTICATED"))),
                        Map.entry(
                                "cookies",
                                head((gateway, text) -> contains(
                                        gateway.query("{ __typename }", "cookie", "transcendence-session=" + text),
                                        "Query"))),
                        Map.entry("paths of the explorer", new Kind(PATH, (gateway, text) -> assertThat(
                                        gateway.get("/graphiql/" + text).statusCode())
                                .isEqualTo(404))),
                        Map.entry("paths", new Kind(PATH, (gateway, text) -> assertThat(
                                        gateway.get("/" + text).statusCode())
                                .isEqualTo(404))),
                        Map.entry(
                                "streams",
                                large((gateway, text) -> contains(
                                        gateway.query(
                                                "subscription " + text + " { renamed { name } }",
                                                "accept",
                                                "text/event-stream"),
                                        "Bob"))))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(kind -> Named.of(kind.getKey(), kind.getValue()));
    }

    @BeforeEach
    void prepareSubgraph() {
        SUBGRAPH.respondWith(
                (call, response) -> "text/event-stream".equals(call.headers().get("accept"))
                        ? FakeSubgraph.events(
                                response,
                                Flux.just(
                                        "event: next\ndata: {\"data\":{\"renamed\":{\"name\":\"Bob\"}}}\n\n",
                                        "event: complete\ndata:\n\n"))
                        : FakeSubgraph.json(response, 200, "{\"data\":{\"player\":{\"name\":\"Ada\"}}}"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void differentRequestsDoNotGrowTheHeap(Kind kind) throws Exception {
        assertHeapStaysFlat((int) (SENT / kind.size()), number -> kind.sender().send(this, text(number, kind.size())));

        assertThat(engine.get().operationCacheWeight()).isLessThanOrEqualTo(MEGABYTE);
        assertThat(sessions().getSessions()).isEmpty();
    }

    @Test
    void operationsOnOneWebSocketDoNotGrowTheHeap() throws Exception {
        GraphQLWebSocket client = GraphQLWebSocket.initialised(port);

        assertHeapStaysFlat((int) (SENT / LARGE), number -> {
            String id = text(number, 200);
            client.send("{\"id\":\"" + id + "\",\"type\":\"subscribe\",\"payload\":{\"query\":\"subscription "
                    + text(number, LARGE) + " { renamed { name } }\"}}");
            assertThat(client.next()).contains(id).contains("Bob");
            assertThat(client.next()).contains(id).contains("\"complete\"");
        });
        client.close();
    }

    /** A session would take 4 KB for each. */
    @Test
    void pendingLoginsAreStoredInTheirBrowsers() throws Exception {
        assertHeapStaysFlat(2_500, number -> assertThat(
                        get("/login?return=/" + text(number, 400)).statusCode())
                .isEqualTo(302));

        assertThat(sessions().getSessions()).isEmpty();
    }

    /** Each is cached as its caller, with all roles: 20 KB. */
    @Test
    void verifiedTokensAreCachedByWeight() throws Exception {
        String[] roles = IntStream.range(0, 200)
                .mapToObj(number -> "role-with-a-name-" + number)
                .toArray(String[]::new);
        assertHeapStaysFlat(
                400,
                number -> contains(
                        query("{ __typename }", "authorization", "Bearer " + PROVIDER.token(UUID.randomUUID(), roles)),
                        "Query"));
    }

    /** What clients choose must not become a label. */
    @Test
    void requestsAddNoMetricSeries() {
        sendClientChosenNames("warm-up");
        // the first reading of the metrics is measured too
        series();
        Set<String> before = series();
        for (int i = 0; i < 100; i++) {
            sendClientChosenNames("CHOICE" + i);
        }
        assertThat(series()).filteredOn(name -> !before.contains(name)).isEmpty();
    }

    private void sendClientChosenNames(String choice) {
        query("query " + choice.replace('-', '_') + " { __typename }", choice, choice, "user-agent", choice);
        get("/" + choice + "/" + choice, "accept-language", choice);
        get("/login?return=/" + choice);
        get("/graphql?query=" + choice);
        get("/avatars/" + choice);
        for (String path : new String[] {"/graphql", "/", "/login", "/nothing", "/logout/backchannel"}) {
            send(request(path).method(choice, BodyPublishers.noBody()));
        }
    }

    private Set<String> series() {
        HttpRequest.Builder metrics =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/actuator/prometheus"));
        return send(metrics)
                .body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .collect(Collectors.toSet());
    }

    private interface Numbered {
        void send(int number) throws Exception;
    }

    /** Sends a few requests for what is allocated once, then many. */
    private static void assertHeapStaysFlat(int times, Numbered request) throws Exception {
        for (int i = 0; i < 20; i++) {
            request.send(-1 - i);
        }
        long before = liveHeap();
        for (int i = 0; i < times; i++) {
            request.send(i);
        }
        // garbage of the last requests takes a moment to be collected; what is retained stays however often it is
        // measured
        long after = liveHeap();
        for (int attempt = 0; attempt < 10 && after - before > ALLOWED_GROWTH; attempt++) {
            after = liveHeap();
        }
        assertThat(after - before).as("retained bytes").isLessThan(ALLOWED_GROWTH);
    }

    /** The heap in use after the last collection. */
    private static long liveHeap() {
        SUBGRAPH.calls().clear();
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                .sum();
    }

    private InMemoryWebSessionStore sessions() {
        return (InMemoryWebSessionStore) ((DefaultWebSessionManager) sessionManager).getSessionStore();
    }

    private void assertResponse(String document, String... expected) {
        contains(query(document), expected);
    }

    private static void contains(HttpResponse<String> response, String... oneOf) {
        assertThat(Stream.of(oneOf).anyMatch(response.body()::contains))
                .as(() -> response.statusCode() + " "
                        + response.body()
                                .substring(0, Math.min(300, response.body().length())))
                .isTrue();
    }

    private static Kind large(Sender sender) {
        return new Kind(LARGE, sender);
    }

    private static Kind head(Sender sender) {
        return new Kind(HEAD, sender);
    }

    /** A unique name of this length. */
    private static String text(int number, int size) {
        String start = "n" + Integer.toString(number & 0xffffff, 36) + "_";
        return start + "x".repeat(size - start.length());
    }

    /** Unique aliases, of this many characters in total. */
    private static String manyTypenames(String text) {
        String name = text.substring(0, text.indexOf('_'));
        return IntStream.range(0, 90)
                .mapToObj(i -> name + "_" + i + text.substring(0, 500) + ": name")
                .collect(Collectors.joining(" "));
    }
}
