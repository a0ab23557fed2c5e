package ft.transcendence.gateway.subgraph;

import ft.transcendence.gateway.client.ClientSettings;
import ft.transcendence.gateway.client.Header;
import ft.transcendence.gateway.client.PostClient;
import ft.transcendence.gateway.client.eventloop.EventLoopPostClient;
import ft.transcendence.gateway.client.reactor.ReactorPostClient;
import ft.transcendence.gateway.client.reactor.ReactorPostClient.Protocol;
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
            return new ReactorPostClient(settings, headers, tls, Protocol.HTTP_1_1);
        }
    },
    /** Reactor Netty's, with HTTP/2: over TLS by ALPN, else by prior knowledge. */
    HTTP2 {
        @Override
        PostClient create(ClientSettings settings, List<Header> headers, @Nullable SslContext tls) {
            return new ReactorPostClient(settings, headers, tls, Protocol.HTTP_2);
        }

        @Override
        List<String> alpn() {
            return List.of("h2");
        }
    };

    /** The protocols to agree on in a TLS handshake; empty for the usual one. */
    List<String> alpn() {
        return List.of();
    }

    /**
     * Makes a client.
     *
     * @param headers sent with every request
     * @param tls replaces the trust store of the Java runtime; null if nothing does
     */
    abstract PostClient create(ClientSettings settings, List<Header> headers, @Nullable SslContext tls);
}
