package ft.transcendence.gateway.subgraph;

import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.federation.SubgraphResponse;
import ft.transcendence.gateway.client.Header;
import ft.transcendence.gateway.client.PostTarget;
import java.util.List;
import reactor.core.publisher.Flux;

/**
 * One address of a subgraph.
 *
 * @param calls for queries and mutations
 * @param streams for subscriptions
 */
record Endpoint(PostTarget calls, Streams streams) {
    /** Opens subscriptions. */
    interface Streams {
        /** @param headers in addition to the fixed ones */
        Flux<SubgraphResponse> subscribe(SubgraphRequest request, List<Header> headers);
    }
}
