package ft.transcendence.gateway.subgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The cache between the engine and real HTTP servers. */
class ResponseCacheTests {
    private static final String ON = "enabled=true";
    private static final String PRICE = "id price";

    private final Shop shop = new Shop(ON);

    ResponseCacheTests() {
        IntStream.range(0, 10).forEach(id -> shop.priceOf.put("" + id, 100 + id));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void asksNothingForTheSameQuery() {
        String first = shop.query(PRICE, "1", "2");

        assertThat(shop.query(PRICE, "1", "2")).isEqualTo(first).contains("\"price\":101");
        assertThat(shop.products.calls()).hasSize(1);
        assertThat(shop.asked()).containsExactly(List.of("1", "2"));
        assertThat(shop.cache.entries()).isEqualTo(3);
        assertThat(shop.cache.bytes()).isPositive();
    }

    @Test
    void asksOnlyForMissingEntities() {
        shop.query(PRICE, "1", "3");

        assertThat(shop.query(PRICE, "1", "2", "3"))
                .isEqualTo(
                        "{\"data\":{\"products\":[{\"id\":\"1\",\"price\":101},{\"id\":\"2\",\"price\":102},{\"id\":\"3\",\"price\":103}]}}");
        assertThat(shop.asked()).containsExactly(List.of("1", "3"), List.of("2"));
    }

    @Test
    void otherFieldsAndArgumentsAreOtherEntries() {
        shop.query(PRICE, "1");
        shop.query("id stock", "1");
        shop.query("id price(currency: \"EUR\")", "1");

        assertThat(shop.asked()).hasSize(3);
    }

    @Test
    void forgetsWhatIsOlderThanItsSubgraphSaid() {
        shop.query(PRICE, "1");
        shop.priceOf.put("1", 7);
        shop.after(Duration.ofSeconds(59));
        assertThat(shop.query(PRICE, "1")).contains("101");

        shop.after(Duration.ofSeconds(1));
        assertThat(shop.query(PRICE, "1")).contains("\"price\":7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no-store", "no-cache, max-age=60", "max-age=0", "public", "private, max-age=60"})
    void keepsNothingOfAnonymousCallersWithoutPermission(String cacheControl) {
        shop.cacheControl(cacheControl);
        shop.query(PRICE, "1");
        shop.query(PRICE, "1");

        assertThat(shop.asked()).hasSize(2);
    }

    @Test
    void defaultAppliesWhereASubgraphSaysNothing() {
        try (Shop other = new Shop(ON, "default-ttl=10s", "named.products.enabled=false")) {
            other.cacheControl("");
            other.priceOf.put("1", 5);
            other.query(PRICE, "1");
            other.query(PRICE, "1");

            assertThat(other.asked()).hasSize(1);
            assertThat(other.products.calls()).hasSize(2);
        }
    }

    @Test
    void tagsOfTheSupergraphInvalidate() {
        shop.query(PRICE, "1", "2");
        shop.invalidate(Map.of("tag", "price-of-2"));
        shop.query(PRICE, "1", "2");
        shop.invalidate(Map.of("tag", "prices"));
        shop.query(PRICE, "1", "2");
        assertThat(shop.asked()).containsExactly(List.of("1", "2"), List.of("2"), List.of("1", "2"));
        assertThat(shop.products.calls()).hasSize(1);

        shop.invalidate(Map.of("tag", "shelf-null"));
        shop.query(PRICE, "1", "2");
        assertThat(shop.products.calls()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"private, max-age=60", "max-age=60"})
    void privateEntriesAreForOneToken(String cacheControl) {
        shop.cacheControl(cacheControl);
        shop.queryAs("ada", PRICE, "1");
        shop.priceOf.put("1", 7);

        assertThat(shop.queryAs("ada", PRICE, "1")).contains("101");
        assertThat(shop.queryAs("grace", PRICE, "1")).contains("\"price\":7");
        assertThat(shop.query(PRICE, "1")).contains("\"price\":7");
        assertThat(shop.queryAs("ada", PRICE, "1")).contains("101");
        assertThat(shop.asked()).hasSize(3);
    }

    @Test
    void publicEntriesAreForEverybody() {
        shop.queryAs("ada", PRICE, "1");
        shop.queryAs("grace", PRICE, "1");
        shop.query(PRICE, "1");

        assertThat(shop.asked()).hasSize(1);
    }

    @Test
    void fieldsThatACallerMayNotSeeDoNotComeFromTheCache() {
        assertThat(shop.queryAs("ada", "id price cost", "1")).contains("\"cost\":101");

        assertThat(shop.query("id price cost", "1")).contains("\"cost\":null").doesNotContain("\"cost\":101");
    }

    @Test
    void keepsNullsButNoErrors() {
        shop.unknown.add("null");
        shop.query(PRICE, "null");
        shop.query(PRICE, "null");
        assertThat(shop.asked()).hasSize(1);

        shop.query(PRICE, "error");
        shop.query(PRICE, "error");
        assertThat(shop.asked()).hasSize(3);
    }

    @Test
    void errorsOfMissingEntitiesAreAtTheirPlaces() {
        String[] ids = {"1", "error", "2", "worse"};
        try (Shop without = new Shop()) {
            without.priceOf.putAll(shop.priceOf);
            String expected = without.query(PRICE, ids);
            shop.query(PRICE, "1", "2");

            assertThat(shop.query(PRICE, ids)).isEqualTo(expected).contains("\"errors\"");
            assertThat(shop.asked()).containsExactly(List.of("1", "2"), List.of("error", "worse"));
        }
    }

    @Test
    void asksForAllWhenSomeAreAnsweredInAWayThatCannotBeUnderstood() {
        shop.query(PRICE, "1");
        shop.prices.respondWith(call -> "{\"data\":{\"_entities\":[{\"price\":1},{\"price\":2}]}}");

        // two entities for one that was asked for would fit the two of the whole request
        assertThat(shop.query(PRICE, "1", "2")).contains("\"price\":1}", "\"price\":2}");
        assertThat(shop.asked()).containsExactly(List.of("2"), List.of("1", "2"));
    }

    @Test
    void equalQueriesAtTheSameTimeAskOnce() {
        Sinks.Empty<Void> open = Sinks.empty();
        shop.gate(open.asMono());
        List<CompletableFuture<String>> all =
                Stream.generate(() -> shop.start(null, PRICE, "1")).limit(5).toList();
        await().until(() -> !shop.asked().isEmpty());
        open.tryEmitEmpty();

        all.forEach(CompletableFuture::join);
        assertThat(shop.asked()).hasSize(1);
    }

    @Test
    void invalidatesByTypeKeyTagAndSubgraph() {
        shop.extensions(Map.of("apolloEntityCacheTags", List.of(List.of("sale"), List.of())));
        shop.query(PRICE, "1", "2");

        shop.invalidate(Map.of("type", "Product", "key", Map.of("id", 1)));
        shop.query(PRICE, "1", "2");
        shop.invalidate(Map.of("tag", "sale"));
        shop.query(PRICE, "1", "2");
        shop.invalidate(Map.of("type", "Product"));
        shop.query(PRICE, "1", "2");
        shop.invalidate(Map.of("subgraph", "prices"));
        shop.query(PRICE, "1", "2");
        shop.invalidate(Map.of("type", "Other"));
        shop.invalidate(Map.of("tag", "other"));
        shop.invalidate(Map.of("subgraph", "other"));
        shop.query(PRICE, "1", "2");

        assertThat(shop.asked())
                .containsExactly(List.of("1", "2"), List.of("1"), List.of("1"), List.of("1", "2"), List.of("1", "2"));
        assertThat(shop.products.calls()).hasSize(1);
        shop.invalidate(Map.of("type", "Query"));
        shop.query(PRICE, "1", "2");
        assertThat(shop.products.calls()).hasSize(2);
    }

    @Test
    void aResponseUnderWayWhenItIsInvalidatedIsNotUsedLater() {
        Sinks.Empty<Void> open = Sinks.empty();
        shop.gate(open.asMono());
        CompletableFuture<String> early = shop.start(null, PRICE, "1");
        await().until(() -> !shop.asked().isEmpty());
        shop.priceOf.put("1", 7);
        shop.invalidate(Map.of("type", "Product", "key", Map.of("id", "1")));
        shop.gate(Mono.empty());

        // neither the call under way, nor later what it brought
        assertThat(shop.query(PRICE, "1")).contains("\"price\":7");
        open.tryEmitEmpty();
        assertThat(early.join()).contains("101");
        assertThat(shop.query(PRICE, "1")).contains("\"price\":7");
        assertThat(shop.asked()).hasSize(2);
    }

    @Test
    void neverGivesAnOldValueAfterItsInvalidation() {
        AtomicInteger current = new AtomicInteger();
        shop.priceOf.put("1", 0);
        CompletableFuture<?>[] readers = IntStream.range(0, 4)
                .mapToObj(reader -> CompletableFuture.runAsync(() -> {
                    while (current.get() < 200) {
                        int atLeast = current.get();
                        String response = shop.query(PRICE, "1", "2");
                        int price = Integer.parseInt(response.replaceFirst(".*?\"price\":(\\d+).*", "$1"));
                        assertThat(price).isGreaterThanOrEqualTo(atLeast);
                    }
                }))
                .toArray(CompletableFuture<?>[]::new);
        for (int value = 1; value <= 200; value++) {
            shop.priceOf.put("1", value);
            shop.invalidate(Map.of("type", "Product", "key", Map.of("id", "1")));
            current.set(value);
            shop.query(PRICE, "1");
        }
        CompletableFuture.allOf(readers).join();
    }

    @Test
    void randomQueriesGetWhatTheyGetWithoutCache() {
        Random random = new Random(42);
        shop.unknown.add("null");
        List<String> selections =
                List.of("id", PRICE, "stock id", "id price stock", "a: price id", "price stock: stock");
        List<String> all = List.of("0", "1", "2", "3", "4", "5", "null", "error");
        try (Shop without = new Shop()) {
            without.unknown.add("null");
            without.priceOf.putAll(shop.priceOf);
            for (int i = 0; i < 300; i++) {
                String fields = selections.get(random.nextInt(selections.size()));
                String[] ids = random.ints(random.nextInt(6), 0, all.size())
                        .mapToObj(all::get)
                        .toArray(String[]::new);
                if (random.nextInt(5) == 0) {
                    String changed = all.get(random.nextInt(6));
                    shop.priceOf.put(changed, i);
                    without.priceOf.put(changed, i);
                    shop.invalidate(Map.of("type", "Product", "key", Map.of("id", changed)));
                }
                assertThat(shop.query(fields, ids))
                        .as("%s of %s", fields, List.of(ids))
                        .isEqualTo(without.query(fields, ids));
            }
            assertThat(shop.asked().size()).isLessThan(without.asked().size());
        }
    }
}
