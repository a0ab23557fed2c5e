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
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.tcp.SslProvider;

/** A client on Reactor Netty's {@link HttpClient}. The connections to a target are shared by all event loops. */
public final class ReactorPostClient implements PostClient {
    private final ClientSettings settings;
    private final List<Header> headers;
    private final @Nullable SslContext ownTls;
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
    public ReactorPostClient(ClientSettings settings, List<Header> headers, @Nullable SslContext tls) {
        this.settings = settings;
        this.headers = List.copyOf(headers);
        this.ownTls = tls;
    }

    @Override
    public PostTarget target(URI address, Duration responseTimeout) {
        HttpAddress to = HttpAddress.of(address);
        ConnectionProvider pool = ConnectionProvider.builder("subgraph-calls")
                .maxConnections(settings.maxConnections())
                .maxIdleTime(settings.maxIdleTime())
                .pendingAcquireMaxCount(2 * settings.maxConnections())
                .pendingAcquireTimeout(responseTimeout)
                .lifo()
                .build();
        pools.add(pool);
        ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
        HttpClient http = HttpClient.create(pool)
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

    private void tls(SslProvider.SslContextSpec spec) {
        SslProvider.Builder builder =
                ownTls == null ? spec.sslContext(Http11SslContextSpec.forClient()) : spec.sslContext(ownTls);
        builder.handshakeTimeout(settings.connectTimeout());
    }

    @Override
    public void close() {
        closed = true;
        pools.forEach(ConnectionProvider::dispose);
        channels.close();
    }
}
