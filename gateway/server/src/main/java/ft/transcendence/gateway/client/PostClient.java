package ft.transcendence.gateway.client;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.StreamSupport;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.HttpResources;

/**
 * Sends POST requests over persistent HTTP/1.1 connections, on the server's event loops and with Reactor Netty's name resolution.
 *
 * <p>It is not a general-purpose client: no redirects, cookies or compression. A request is sent at most once.
 */
public final class PostClient implements AutoCloseable {
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private final ClientSettings settings;
    private final List<Header> headers;
    private final @Nullable SslContext ownTls;
    private final HttpResources resources = HttpResources.get();
    private final EventLoopGroup loops = resources.onClient(true);
    private final Queue<PostTarget> targets = new ConcurrentLinkedQueue<>();

    /** @param headers sent with every request */
    public PostClient(ClientSettings settings, List<Header> headers) {
        this(settings, headers, null);
    }

    /** @param tls replaces the trust store of the Java runtime */
    PostClient(ClientSettings settings, List<Header> headers, @Nullable SslContext tls) {
        this.settings = settings;
        this.headers = List.copyOf(headers);
        this.ownTls = tls;
    }

    /**
     * @param address {@code http} or {@code https}
     * @param responseTimeout silence after which a request times out
     * @throws IllegalArgumentException when the address is not an absolute HTTP address
     */
    public PostTarget target(URI address, Duration responseTimeout) {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        boolean secure = scheme.equals("https");
        String host = address.getHost();
        if (host == null || !(secure || scheme.equals("http"))) {
            throw new IllegalArgumentException("Not an HTTP address: " + address);
        }
        int standardPort = secure ? HTTPS_PORT : HTTP_PORT;
        // IPv6 addresses come in brackets
        String name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        Connector connector = new Connector(
                () -> resources.onChannel(SocketChannel.class, loops),
                resources.getOrCreateDefaultResolver(),
                InetSocketAddress.createUnresolved(name, address.getPort() == -1 ? standardPort : address.getPort()),
                secure ? tls() : null,
                settings.connectTimeout());
        int loopCount =
                Math.toIntExact(StreamSupport.stream(loops.spliterator(), false).count());
        PostTarget target = new PostTarget(
                loops, loopCount, connector, new RequestHead(address, headers), settings, responseTimeout);
        targets.add(target);
        return target;
    }

    private SslContext tls() {
        if (ownTls != null) {
            return ownTls;
        }
        try {
            return SslContextBuilder.forClient()
                    .endpointIdentificationAlgorithm("HTTPS")
                    .build();
        } catch (SSLException e) {
            throw new IllegalStateException("The Java runtime does not support TLS", e);
        }
    }

    /** Closes all connections. Requests in flight fail. */
    @Override
    public void close() {
        targets.forEach(PostTarget::close);
    }
}
