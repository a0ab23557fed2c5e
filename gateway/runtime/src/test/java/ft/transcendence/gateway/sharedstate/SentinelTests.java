package ft.transcendence.gateway.sharedstate;

import static ft.transcendence.gateway.settings.BoundSettings.bind;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.api.reactive.RedisReactiveCommands;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;
import redis.embedded.RedisSentinel;
import redis.embedded.RedisServer;

/** A primary, its replica and a Sentinel, which makes the replica the primary when the primary is gone. */
class SentinelTests {
    private static final String PASSWORD = "password-of-redis";
    private static final String SENTINEL_PASSWORD = "password-of-the-sentinel";
    private static final byte[] VALUE = "value".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private int primaryPort;
    private RedisServer primary;
    private RedisServer replica;
    private RedisSentinel sentinel;
    private SharedState state;

    @BeforeEach
    void start() throws IOException {
        primaryPort = freePort();
        int sentinelPort = freePort();
        primary = server(primaryPort, "save \"\"");
        replica = server(freePort(), "replicaof 127.0.0.1 " + primaryPort);
        sentinel = RedisSentinel.newRedisSentinel()
                .port(sentinelPort)
                .configFile(sentinelConfiguration().toString())
                .build();
        sentinel.start();
        state = new SharedState(bind(
                SharedStateProperties.class,
                "redis-url=redis-sentinel://:" + PASSWORD + "@127.0.0.1:" + sentinelPort + "/0#pong",
                "sentinel-password=" + SENTINEL_PASSWORD));
    }

    private Path sentinelConfiguration() throws IOException {
        return Files.writeString(
                folder.resolve("sentinel.conf"), """
                bind 127.0.0.1
                requirepass %s
                sentinel monitor pong 127.0.0.1 %d 1
                sentinel auth-pass pong %s
                sentinel down-after-milliseconds pong 500
                sentinel failover-timeout pong 2000
                """.formatted(SENTINEL_PASSWORD, primaryPort, PASSWORD));
    }

    private static RedisServer server(int port, String setting) throws IOException {
        RedisServer server = RedisServer.newRedisServer()
                .port(port)
                .bind("127.0.0.1")
                .setting("requirepass " + PASSWORD)
                .setting("masterauth " + PASSWORD)
                .setting("repl-diskless-sync-delay 0")
                .setting(setting)
                .build();
        server.start();
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @AfterEach
    void stop() throws IOException {
        state.destroy();
        sentinel.stop();
        replica.stop();
        primary.stop();
    }

    @Test
    void goesOnWithTheReplicaWhenThePrimaryIsGone() throws IOException {
        await().ignoreExceptions().until(() -> port().equals(Integer.toString(primaryPort)));
        await().until(() -> call(commands -> commands.info("replication")).contains("state=online"));
        call(commands -> commands.set("key", VALUE));
        await().until(() -> call(commands -> commands.waitForReplication(1, 1_000)) >= 1);

        primary.stop();

        await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> port().equals(
                        Integer.toString(replica.ports().getFirst())));
        byte[] kept = call(commands -> commands.get("key"));
        assertThat(kept).isEqualTo(VALUE);
        String written = call(commands -> commands.set("key", VALUE));
        assertThat(written).isEqualTo("OK");
        assertThat(state.condition().isReachable()).isTrue();
        assertThat(state.condition().failures(SharedUse.SESSIONS)).isPositive();
    }

    /** That of the server which answers. */
    private String port() {
        return call(commands -> commands.configGet("port")).getOrDefault("port", "");
    }

    private <T> T call(Function<RedisReactiveCommands<String, byte[]>, Mono<T>> command) {
        return Objects.requireNonNull(
                state.connection().call(SharedUse.SESSIONS, command).block(Duration.ofSeconds(5)));
    }
}
