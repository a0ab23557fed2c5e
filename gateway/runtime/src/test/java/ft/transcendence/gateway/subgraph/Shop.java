package ft.transcendence.gateway.subgraph;

import ft.transcendence.federation.Caller;
import ft.transcendence.federation.GraphQLRequest;
import ft.transcendence.federation.RequestContext;
import ft.transcendence.federation.engine.FederationEngine;
import ft.transcendence.gateway.cache.CacheProperties;
import ft.transcendence.gateway.cache.ResponseCache;
import ft.transcendence.gateway.identity.CallerIdentity;
import ft.transcendence.gateway.identity.ClaimHeaderNames;
import ft.transcendence.gateway.identity.TestCallers;
import ft.transcendence.gateway.settings.BoundSettings;
import ft.transcendence.gateway.sharedstate.SharedState;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.mock.env.MockEnvironment;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An engine with two subgraphs over HTTP, products and their prices, with a cache or without one. */
final class Shop implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path SUPERGRAPH = Path.of("src/test/resources/cached-supergraph.graphql");

    final FakeSubgraph products = new FakeSubgraph();
    final FakeSubgraph prices = new FakeSubgraph();
    /** By product; one without a price has an error, one that is unknown is null. */
    final Map<String, Integer> priceOf = new ConcurrentHashMap<>();

    final Set<String> unknown = ConcurrentHashMap.newKeySet();
    final ResponseCache cache;
    private final FederationEngine engine;
    private final HttpSubgraphTransport transport;
    private final ForwardedHeaders headers;
    private volatile String cacheControl = "public, max-age=60";
    private volatile Map<String, Object> extensions = Map.of();
    private volatile Mono<Void> gate = Mono.empty();
    private volatile Instant now = Instant.parse("2026-11-28T12:00:00Z");

    /** @param settings of the cache, {@code name=value} */
    Shop(String... settings) {
        this(null, settings);
    }

    /** @param shared the Redis where everything is kept; null for memory */
    Shop(@Nullable SharedState shared, String... settings) {
        SubgraphProperties properties = TestSettings.of(ClientImplementation.EVENT_LOOP);
        CurrentSubgraphSettings current = new CurrentSubgraphSettings(properties);
        headers = new ForwardedHeaders(properties, ClaimHeaderNames.of());
        CacheProperties kept = BoundSettings.bind(CacheProperties.class, settings);
        cache = shared == null ? ResponseCache.inMemory(kept, () -> now) : new ResponseCache(kept, shared, () -> now);
        transport = new HttpSubgraphTransport(
                current,
                new SubgraphAddresses(
                        current,
                        new MockEnvironment()
                                .withProperty("SUBGRAPH_PRODUCTS_URL", products.url())
                                .withProperty("SUBGRAPH_PRICES_URL", prices.url())),
                headers,
                cache,
                Instant::now,
                List.of());
        String supergraph = supergraph();
        cache.readTags(supergraph);
        engine = FederationEngine.builder()
                .supergraph(supergraph)
                .transport(transport)
                .build();
        products.respondWith((call, response) -> {
            JsonNode ids = JSON.readTree(call.body()).path("variables").path("ids");
            List<Object> found = new ArrayList<>();
            ids.forEach(id -> found.add(Map.of("id", id.asString())));
            return answer(response, Map.of("products", found), List.of());
        });
        prices.respondWith(this::respondWithPrices);
    }

    private static String supergraph() {
        try {
            return Files.readString(SUPERGRAPH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Publisher<Void> respondWithPrices(FakeSubgraph.Call call, HttpServerResponse response) {
        JsonNode request = JSON.readTree(call.body());
        List<@Nullable Object> entities = new ArrayList<>();
        List<Object> errors = new ArrayList<>();
        for (JsonNode representation : request.path("variables").path("representations")) {
            String id = representation.path("id").asString();
            Integer price = priceOf.get(id);
            if (price == null && !unknown.contains(id)) {
                errors.add(Map.of("message", "No price", "path", List.of("_entities", entities.size())));
            }
            entities.add(price == null ? null : entity(request.path("query").asString(), price));
        }
        // the data is read before the gate, as a slow subgraph does
        return gate.then(Mono.defer(() -> Mono.from(answer(response, Map.of("_entities", entities), errors))));
    }

    private static Map<String, Object> entity(String query, int price) {
        Map<String, Object> entity = new LinkedHashMap<>();
        for (String field : List.of("price", "cost", "stock")) {
            if (query.contains(field)) {
                entity.put(field, price);
            }
        }
        return entity;
    }

    private Publisher<Void> answer(HttpServerResponse response, Map<String, Object> data, List<Object> errors) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("data", data);
        if (!errors.isEmpty()) {
            body.put("errors", errors);
        }
        if (!extensions.isEmpty()) {
            body.put("extensions", extensions);
        }
        if (!cacheControl.isEmpty()) {
            response.header("cache-control", cacheControl);
        }
        return FakeSubgraph.json(response, 200, JSON.writeValueAsString(body));
    }

    /** What both subgraphs say of all responses; nothing if it is empty. */
    void cacheControl(String value) {
        cacheControl = value;
    }

    void extensions(Map<String, Object> value) {
        extensions = value;
    }

    /** Responses with prices are sent when it is open; their data is read before. */
    void gate(Mono<Void> value) {
        gate = value;
    }

    void after(Duration time) {
        now = now.plus(time);
    }

    String query(String fields, String... ids) {
        return queryAs(null, fields, ids);
    }

    String queryAs(@Nullable String token, String fields, String... ids) {
        return start(token, fields, ids).orTimeout(10, TimeUnit.SECONDS).join();
    }

    CompletableFuture<String> start(@Nullable String token, String fields, String... ids) {
        CallerIdentity identity =
                token == null ? CallerIdentity.anonymous() : TestCallers.withAuthorization("Bearer " + token);
        RequestContext context = headers.attach(RequestContext.builder(), new DefaultHttpHeaders(), identity)
                .caller(token == null ? Caller.anonymous() : Caller.authenticated(Set.of()))
                .build();
        return engine.execute(
                        GraphQLRequest.of(
                                "query($ids: [ID!]!) { products(ids: $ids) { " + fields + " } }",
                                Map.of("ids", List.of(ids))),
                        context)
                .thenApply(response -> response.bodyAsString());
    }

    void invalidate(Map<String, ?> what) {
        cache.invalidate(what).join();
    }

    /** The products whose prices the subgraph was asked for, by request. */
    List<List<String>> asked() {
        return prices.calls().stream()
                .map(call -> {
                    List<String> ids = new ArrayList<>();
                    JSON.readTree(call.body())
                            .path("variables")
                            .path("representations")
                            .forEach(one -> ids.add(one.path("id").asString()));
                    return List.copyOf(ids);
                })
                .toList();
    }

    @Override
    public void close() {
        transport.stop();
        products.close();
        prices.close();
    }
}
