package ft.transcendence.gateway.subgraph;

import ft.transcendence.gateway.client.ClientSettings;
import ft.transcendence.gateway.client.Header;
import ft.transcendence.gateway.client.PostClient;
import ft.transcendence.gateway.client.eventloop.EventLoopPostClient;
import ft.transcendence.gateway.client.reactor.ReactorPostClient;
import java.util.List;

/** The HTTP clients that can call subgraphs. */
enum ClientImplementation {
    /** The gateway's own, with connections for each event loop. */
    EVENT_LOOP {
        @Override
        PostClient create(ClientSettings settings, List<Header> headers) {
            return new EventLoopPostClient(settings, headers);
        }
    },
    /** Reactor Netty's. */
    REACTOR_NETTY {
        @Override
        PostClient create(ClientSettings settings, List<Header> headers) {
            return new ReactorPostClient(settings, headers);
        }
    };

    /** @param headers sent with every request */
    abstract PostClient create(ClientSettings settings, List<Header> headers);
}
