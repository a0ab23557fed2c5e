package ft.transcendence.gateway.sharedstate;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.api.reactive.RedisReactiveCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * One connection to Redis, which need not be there yet: the gateway starts without Redis, and tries again until it answers. Nothing
 * here blocks.
 */
public final class RedisConnection {
    /** The longest time that a command may wait for data. */
    public static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private static final RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

    private final RedisClient client;
    private final RedisURI address;
    private final Duration retryDelay;
    private final RedisCondition condition;

    private volatile CompletableFuture<StatefulRedisConnection<String, byte[]>> connection = new CompletableFuture<>();
    private volatile boolean closed;

    RedisConnection(RedisClient client, RedisURI address, Duration retryDelay, RedisCondition condition) {
        this.client = client;
        this.address = address;
        this.retryDelay = retryDelay;
        this.condition = condition;
    }

    /**
     * Sends commands. Fails with a {@link SharedStateUnavailableException}, at once while there is no connection.
     *
     * @param use what they are for, to count failures
     * @param commands sends them, when the result is subscribed to
     */
    public <T> Mono<T> call(SharedUse use, Function<RedisReactiveCommands<String, byte[]>, Mono<T>> commands) {
        return Mono.defer(() -> Mono.fromFuture(connection, true))
                .flatMap(open -> commands.apply(open.reactive()))
                .onErrorMap(RedisConnection::isOutage, RedisConnection::unavailable)
                .doOnError(SharedStateUnavailableException.class, failure -> condition.failed(use));
    }

    /** The connection's commands. Fails with a {@link SharedStateUnavailableException} while there is no connection. */
    public Mono<RedisAsyncCommands<String, byte[]>> commands() {
        return Mono.defer(() -> Mono.fromFuture(connection, true))
                .map(StatefulRedisConnection::async)
                .onErrorMap(RedisConnection::isOutage, RedisConnection::unavailable);
    }

    /** Counts a failure of {@link #commands}. */
    public void failed(SharedUse use) {
        condition.failed(use);
    }

    private static boolean isOutage(Throwable failure) {
        return failure instanceof RedisException
                || failure instanceof CompletionException
                || failure instanceof CancellationException;
    }

    private static SharedStateUnavailableException unavailable(Throwable failure) {
        return new SharedStateUnavailableException("Redis: " + failure.getMessage(), failure);
    }

    void connect() {
        CompletableFuture<StatefulRedisConnection<String, byte[]>> attempt = connection;
        client.connectAsync(CODEC, address).whenComplete((open, failure) -> {
            if (failure != null) {
                condition.report(false);
                attempt.completeExceptionally(unavailable(failure));
                client.getResources()
                        .eventExecutorGroup()
                        .schedule(this::tryAgain, retryDelay.toMillis(), TimeUnit.MILLISECONDS);
                return;
            }
            condition.report(true);
            open.addListener(new Listener());
            attempt.complete(open);
            if (closed) {
                open.closeAsync();
            }
        });
    }

    private void tryAgain() {
        if (!closed) {
            connection = new CompletableFuture<>();
            connect();
        }
    }

    /** Makes no further attempts. The client closes what is open. */
    void close() {
        closed = true;
    }

    private final class Listener implements RedisConnectionStateListener {
        @Override
        public void onRedisConnected(RedisChannelHandler<?, ?> handler, SocketAddress socket) {
            condition.report(true);
        }

        @Override
        public void onRedisDisconnected(RedisChannelHandler<?, ?> handler) {
            if (!closed) {
                condition.report(false);
            }
        }
    }
}
