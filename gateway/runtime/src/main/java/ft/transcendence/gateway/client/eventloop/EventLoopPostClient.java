package ft.transcendence.gateway.client.eventloop;

import ft.transcendence.gateway.client.ClientSettings;
import ft.transcendence.gateway.client.Header;
import ft.transcendence.gateway.client.HttpAddress;
import ft.transcendence.gateway.client.PostClient;
import ft.transcendence.gateway.client.PostTarget;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.StreamSupport;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.HttpResources;

/**
 * A client whose connections belong to event loops: a request stays on the loop that started it. The connections to a target are
 * divided evenly among the loops.
 */
public final class EventLoopPostClient implements PostClient {
    private final ClientSettings settings;
    private final List<Header> headers;
    private final @Nullable SslContext ownTls;
    private final HttpResources resources = HttpResources.get();
    private final EventLoopGroup loops = resources.onClient(true);
    private final Queue<EventLoopPostTarget> targets = new ConcurrentLinkedQueue<>();

    /**
     * A client with TLS of its own.
     *
     * @param headers sent with every request
     * @param tls replaces the trust store of the Java runtime; null if nothing does
     */
    public EventLoopPostClient(ClientSettings settings, List<Header> headers, @Nullable SslContext tls) {
        this.settings = settings;
        this.headers = List.copyOf(headers);
        this.ownTls = tls;
    }

    @Override
    public PostTarget target(URI address, Duration responseTimeout) {
        HttpAddress to = HttpAddress.of(address);
        Connector connector = new Connector(
                () -> resources.onChannel(SocketChannel.class, loops),
                resources.getOrCreateDefaultResolver(),
                InetSocketAddress.createUnresolved(to.host(), to.port()),
                to.secure() ? tls() : null,
                settings.connectTimeout());
        int loopCount =
                Math.toIntExact(StreamSupport.stream(loops.spliterator(), false).count());
        EventLoopPostTarget target = new EventLoopPostTarget(
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

    @Override
    public void close() {
        targets.forEach(EventLoopPostTarget::close);
    }
}
