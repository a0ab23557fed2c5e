package ft.transcendence.gateway.subgraph;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import reactor.netty.http.client.HttpClient;

/**
 * How subscriptions are opened at a subgraph.
 *
 * @param transport server-sent events (graphql-sse, distinct connections), or a WebSocket for each (graphql-transport-ws)
 * @param path instead of that of the subgraph's address
 */
record SubscriptionPolicy(
        @DefaultValue("sse") Transport transport, @Nullable String path) {
    enum Transport {
        /** Server-sent events. */
        SSE,
        /** A WebSocket for each subscription. */
        WEBSOCKET
    }

    /**
     * Opens subscriptions at an address.
     *
     * @param http has the fixed headers
     */
    Endpoint.Streams streams(HttpClient http, URI address, SubgraphSettings settings) {
        URI target = path == null ? address : address.resolve(path);
        long longest = settings.maxResponseSize().toBytes();
        return switch (transport) {
            // parsed once here; a string would be parsed for every call
            case SSE -> new EventStreams(http.post().uri(target), longest);
            case WEBSOCKET -> new WebSocketStreams(http, target, settings.responseTimeout(), longest);
        };
    }

    SubscriptionPolicy {
        if (path != null && !path.startsWith("/")) {
            throw new IllegalArgumentException("subscriptions.path must begin with '/': " + path);
        }
    }
}
