package ft.transcendence.gateway.client.reactor;

import ft.transcendence.gateway.client.ClientSettings;
import ft.transcendence.gateway.client.Header;
import ft.transcendence.gateway.client.HttpAddress;
import ft.transcendence.gateway.client.PostClient;
import ft.transcendence.gateway.client.PostTarget;
import io.netty.channel.ChannelOption;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.Http2SslContextSpec;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.Http2AllocationStrategy;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.tcp.SslProvider;

/** A client on Reactor Netty's {@link HttpClient}. The connections to a target are shared by all event loops. */
public final class ReactorPostClient implements PostClient {
    /** The version of HTTP. */
    public enum Protocol {
        /** A connection for each request. */
        HTTP_1_1,
        /** Connections that requests share: over TLS by ALPN, else by prior knowledge. */
        HTTP_2
    }

    /** Requests on one connection of HTTP/2, as far as the peer allows. */
    private static final int STREAMS_PER_CONNECTION = 100;

    private final ClientSettings settings;
    private final List<Header> headers;
    private final @Nullable SslContext ownTls;
    private final Protocol protocol;
    private final Queue<ConnectionProvider> pools = new ConcurrentLinkedQueue<>();
    /** The channels of all targets: disposing of a pool leaves connections in use open. */
    private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

    private volatile boolean closed;

    /**
     * A client with TLS of its own.
     *
     * @param headers sent with every request
     * @param tls replaces the trust store of the Java runtime; null if nothing does
     */
    public ReactorPostClient(
            ClientSettings settings, List<Header> headers, @Nullable SslContext tls, Protocol protocol) {
        this.protocol = protocol;
        this.settings = settings;
        this.headers = List.copyOf(headers);
        this.ownTls = tls;
    }

    @Override
    public PostTarget target(URI address, Duration responseTimeout) {
        HttpAddress to = HttpAddress.of(address);
        ConnectionProvider pool = pool(responseTimeout);
        pools.add(pool);
        ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
        HttpClient http = HttpClient.create(pool)
                .protocol(version(to))
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(settings.connectTimeout().toMillis()))
                .option(ChannelOption.TCP_NODELAY, true)
                .disableRetry(true)
                .responseTimeout(responseTimeout)
                .doOnConnected(connection -> {
                    channels.add(connection.channel());
                    connections.add(connection.channel());
                })
                .headers(common -> headers.forEach(header -> common.set(header.name(), header.value())));
        HttpClient secured = to.secure() ? http.secure(this::tls) : http;
        return new ReactorPostTarget(
                secured.post().uri(address), settings.maxResponseSize(), responseTimeout, () -> closed, connections);
    }

    /** Requests at once are limited alike by both protocols. */
    private ConnectionProvider pool(Duration responseTimeout) {
        ConnectionProvider.Builder pool = ConnectionProvider.builder("subgraph-calls")
                .maxIdleTime(settings.maxIdleTime())
                .pendingAcquireMaxCount(2 * settings.maxConnections())
                .pendingAcquireTimeout(responseTimeout)
                .lifo();
        return switch (protocol) {
            case HTTP_1_1 -> pool.maxConnections(settings.maxConnections()).build();
            case HTTP_2 ->
                pool.allocationStrategy(Http2AllocationStrategy.builder()
                                .maxConcurrentStreams(Math.min(settings.maxConnections(), STREAMS_PER_CONNECTION))
                                .maxConnections(Math.ceilDiv(settings.maxConnections(), STREAMS_PER_CONNECTION))
                                .build())
                        .build();
        };
    }

    private HttpProtocol version(HttpAddress to) {
        return switch (protocol) {
            case HTTP_1_1 -> HttpProtocol.HTTP11;
            case HTTP_2 -> to.secure() ? HttpProtocol.H2 : HttpProtocol.H2C;
        };
    }

    private void tls(SslProvider.SslContextSpec spec) {
        SslProvider.Builder builder = ownTls == null ? spec.sslContext(runtimesTls()) : spec.sslContext(ownTls);
        builder.handshakeTimeout(settings.connectTimeout());
    }

    private SslProvider.ProtocolSslContextSpec runtimesTls() {
        return switch (protocol) {
            case HTTP_1_1 -> Http11SslContextSpec.forClient();
            case HTTP_2 -> Http2SslContextSpec.forClient();
        };
    }

    @Override
    public void close() {
        closed = true;
        pools.forEach(ConnectionProvider::dispose);
        channels.close();
    }
}
