package ft.transcendence.gateway.sharedstate;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SocketOptions.TcpUserTimeoutOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.protocol.CommandType;
import io.lettuce.core.protocol.RedisCommand;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The client of Redis. Every command has a time-out, commands are refused at once while there is no connection, and a lost connection
 * is opened again by itself.
 */
final class Redis implements AutoCloseable {
    /** Commands that wait for a response; a Redis that stands still must not fill the heap. */
    private static final int MAX_WAITING_COMMANDS = 10_000;

    private static final Duration RECONNECT_DELAY = Duration.ofMillis(500);
    /** When the kernel gives a connection up that nobody acknowledges. */
    private static final Duration SILENT_CONNECTION = Duration.ofSeconds(10);

    private final ClientResources resources;
    private final RedisClient client;
    private final RedisURI address;
    private final RedisCondition condition;
    private final List<RedisConnection> opened = new CopyOnWriteArrayList<>();
    private final RedisConnection commands;

    private Redis(ClientResources resources, RedisClient client, RedisURI address) {
        this.resources = resources;
        this.client = client;
        this.address = address;
        this.condition = new RedisCondition(describe(address));
        this.commands = open();
    }

    static Redis at(SharedStateProperties properties) {
        RedisURI address = RedisURI.create(properties.redisUrl());
        address.setTimeout(properties.timeout());
        address.setClientName("gateway");
        for (RedisURI sentinel : address.getSentinels()) {
            sentinel.setTimeout(properties.timeout());
            if (!properties.sentinelPassword().isEmpty()) {
                sentinel.setAuthentication(properties.sentinelPassword().toCharArray());
            }
        }
        ClientResources resources = ClientResources.builder()
                .ioThreadPoolSize(2)
                .computationThreadPoolSize(2)
                .reconnectDelay(Delay.constant(RECONNECT_DELAY))
                .build();
        RedisClient client = RedisClient.create(resources);
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(MAX_WAITING_COMMANDS)
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(properties.timeout())
                        .tcpUserTimeout(TcpUserTimeoutOptions.builder()
                                .enable()
                                .tcpUserTimeout(SILENT_CONNECTION)
                                .build())
                        .build())
                .timeoutOptions(TimeoutOptions.builder()
                        .timeoutSource(new CommandTimeouts(properties.timeout()))
                        .build())
                .build());
        return new Redis(resources, client, address);
    }

    /** Without a password. */
    private static String describe(RedisURI address) {
        return address.getSentinels().isEmpty()
                ? address.getHost() + ":" + address.getPort()
                : address.getSentinelMasterId() + " of the Sentinels "
                        + address.getSentinels().stream()
                                .map(sentinel -> sentinel.getHost() + ":" + sentinel.getPort())
                                .collect(Collectors.joining(", "));
    }

    RedisCondition condition() {
        return condition;
    }

    RedisConnection commands() {
        return commands;
    }

    RedisConnection open() {
        RedisConnection connection = new RedisConnection(client, address, RECONNECT_DELAY, condition);
        opened.add(connection);
        connection.connect();
        return connection;
    }

    @Override
    public void close() {
        opened.forEach(RedisConnection::close);
        client.shutdown(Duration.ZERO, address.getTimeout());
        resources
                .shutdown(0, address.getTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .awaitUninterruptibly();
    }

    /** A command that waits for data gets the time that it waits in addition. */
    private static final class CommandTimeouts extends TimeoutOptions.TimeoutSource {
        private final Duration timeout;

        CommandTimeouts(Duration timeout) {
            this.timeout = timeout;
        }

        @Override
        public long getTimeout(RedisCommand<?, ?, ?> command) {
            return (CommandType.XREAD == command.getType() ? timeout.plus(RedisConnection.LONGEST_WAIT) : timeout)
                    .toMillis();
        }

        @Override
        public TimeUnit getTimeUnit() {
            return TimeUnit.MILLISECONDS;
        }
    }
}
