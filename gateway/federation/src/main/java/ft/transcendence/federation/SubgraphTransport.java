package ft.transcendence.federation;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/**
 * Carries requests to subgraphs. The host implements it with the HTTP client of its choice.
 *
 * <p>Execution continues on the thread that completes the returned future, so that no thread hop is needed.
 */
public interface SubgraphTransport {

    /**
     * Sends a query or mutation.
     *
     * @return completes with the subgraph's answer, whatever its HTTP status, or exceptionally when there is none: a
     *     {@link java.util.concurrent.TimeoutException} for a call that took too long, any other exception for a subgraph that cannot
     *     be reached. Cancelling it must abort the call.
     */
    CompletableFuture<SubgraphResponse> send(SubgraphRequest request);

    /**
     * Starts a subscription; each item is one GraphQL response of the subgraph. Cancelling the flow subscription must end the
     * subgraph's stream. A transport that cannot do this need not implement it.
     */
    default Flow.Publisher<SubgraphResponse> subscribe(SubgraphRequest request) {
        throw new UnsupportedOperationException("This transport carries no subscriptions");
    }
}
