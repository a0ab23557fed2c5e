package ft.transcendence.gateway.subgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ft.transcendence.gateway.settings.BoundSettings;
import ft.transcendence.gateway.sharedstate.SharedState;
import ft.transcendence.gateway.sharedstate.SharedStateProperties;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redis.embedded.RedisServer;

/** The cache of two gateways in a real Redis. */
@SuppressWarnings("NullAway.Init")
class SharedCacheTests {
    private static final String PRICE = "id price";

    private static RedisServer redis;
    private static int port;
    private static SharedState state;

    private final Shop first = new Shop(state, "enabled=true", "redis-timeout=5s");
    private final Shop second = new Shop(state, "enabled=true", "redis-timeout=5s");

    SharedCacheTests() {
        first.priceOf.putAll(Map.of("1", 101, "2", 102));
        second.priceOf.putAll(Map.of("1", 201, "3", 203));
        ask(commands -> commands.flushall());
        // the first fetch begins to count epochs, so the response of the second one is the first that is kept
        first.query(PRICE, "2");
        await().until(() -> keys() == 2);
        assertThat(first.asked()).hasSize(1);
    }

    @BeforeAll
    static void startRedis() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        redis = RedisServer.newRedisServer()
                .port(port)
                .bind("127.0.0.1")
                .setting("save \"\"")
                .build();
        redis.start();
        state = new SharedState(BoundSettings.bind(SharedStateProperties.class, "redis-url=redis://127.0.0.1:" + port));
    }

    @AfterAll
    static void stopRedis() throws IOException {
        state.destroy();
        redis.stop();
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
    }

    @Test
    void oneGatewayUsesWhatTheOtherHasKept() {
        first.query(PRICE, "1");
        await().until(() -> keys() == 4);

        assertThat(second.query(PRICE, "1", "3")).contains("\"price\":101").contains("\"price\":203");
        assertThat(second.asked()).containsExactly(List.of("3"));
    }

    @Test
    void invalidationReachesBoth() {
        first.query(PRICE, "1");
        await().until(() -> keys() == 4);

        second.invalidate(Map.of("type", "Product", "key", "{\"id\":1}"));
        first.priceOf.put("1", 7);

        assertThat(first.query(PRICE, "1")).contains("\"price\":7");
    }

    @Test
    void nothingIsValidWhenTheEpochsAreLost() {
        first.query(PRICE, "1");
        await().until(() -> keys() == 4);
        ask(commands -> commands.del("transcendence:cache:epochs"));
        first.after(Duration.ofSeconds(1));

        first.query(PRICE, "1");
        first.query(PRICE, "1");

        assertThat(first.asked()).hasSizeGreaterThan(2);
    }

    @Test
    void entriesExpireInRedis() {
        first.query(PRICE, "1");
        await().until(() -> keys() == 4);
        ask(commands -> assertThat(commands.keys("transcendence:cache:?*").stream()
                        .filter(key -> !key.endsWith("epochs"))
                        .map(commands::ttl))
                .allSatisfy(seconds -> assertThat(seconds).isBetween(1L, 60L)));
    }

    @Test
    void isAMissWhileRedisIsAway() {
        SharedState nowhere =
                new SharedState(BoundSettings.bind(SharedStateProperties.class, "redis-url=redis://127.0.0.1:1"));
        try (Shop shop = new Shop(nowhere, "enabled=true")) {
            shop.priceOf.put("1", 5);
            assertThat(shop.query(PRICE, "1")).contains("\"price\":5");
            assertThat(shop.query(PRICE, "1")).contains("\"price\":5");
            assertThat(shop.asked()).hasSize(2);
            assertThat(shop.cache.failures()).isPositive();

            assertThatThrownBy(() -> shop.invalidate(Map.of("tag", "any"))).isNotNull();
        } finally {
            nowhere.destroy();
        }
    }

    /** The number of keys, the epochs among them. */
    private static long keys() {
        long[] count = new long[1];
        ask(commands -> count[0] = commands.dbsize());
        return count[0];
    }

    private static void ask(Consumer<RedisCommands<String, String>> question) {
        RedisClient client = RedisClient.create("redis://127.0.0.1:" + port);
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            question.accept(connection.sync());
        } finally {
            client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
        }
    }
}
