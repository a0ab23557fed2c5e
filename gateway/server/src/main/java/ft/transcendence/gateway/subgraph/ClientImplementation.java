package ft.transcendence.gateway.subgraph;

import ft.transcendence.gateway.client.ClientSettings;
import ft.transcendence.gateway.client.Header;
import ft.transcendence.gateway.client.PostClient;
import ft.transcendence.gateway.client.eventloop.EventLoopPostClient;
import ft.transcendence.gateway.client.reactor.ReactorPostClient;
import io.netty.handler.ssl.SslContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The HTTP clients that can call subgraphs. */
enum ClientImplementation {
    /** The gateway's own, with connections for each event loop. */
    EVENT_LOOP {
        @Override
        PostClient create(ClientSettings settings, List<Header> headers, @Nullable SslContext tls) {
            return new EventLoopPostClient(settings, headers, tls);
        }
    },
    /** Reactor Netty's. */
    REACTOR_NETTY {
        @Override
        PostClient create(ClientSettings settings, List<Header> headers, @Nullable SslContext tls) {
            return new ReactorPostClient(settings, headers, tls);
        }
    };

    /**
     * Makes a client.
     *
     * @param headers sent with every request
     * @param tls replaces the trust store of the Java runtime; null if nothing does
     */
    abstract PostClient create(ClientSettings settings, List<Header> headers, @Nullable SslContext tls);
}
