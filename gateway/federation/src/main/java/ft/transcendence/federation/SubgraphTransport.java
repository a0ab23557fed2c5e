package ft.transcendence.federation;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/**
 * Sends requests to subgraphs. The host implements it with the HTTP client of its choice.
 *
 * <p>Execution continues on the thread that completes the returned future, which saves a thread hop.
 */
public interface SubgraphTransport {

    /**
     * Sends a query or mutation.
     *
     * @return completes with the subgraph's response, whatever its HTTP status. It completes exceptionally if there is no response: with a
     *     {@link java.util.concurrent.TimeoutException} if the call took too long, with a {@link SubgraphRefusedException} if the call was not made for a reason
     *     that the client may see, with any other exception if the subgraph cannot be reached.
     *     Cancelling it must abort the call
     */
    CompletableFuture<SubgraphResponse> send(SubgraphRequest request);

    /** Whether {@link SubgraphRequest#entities} of queries is wanted. The engine asks once. By default it is not. */
    default boolean readsEntities() {
        return false;
    }

    /**
     * Starts a subscription. Each item is one GraphQL response of the subgraph. Cancelling the flow subscription must end the subgraph's
     * stream. Optional: the default refuses every subscription.
     */
    default Flow.Publisher<SubgraphResponse> subscribe(SubgraphRequest request) {
        throw new UnsupportedOperationException("This transport does not support subscriptions");
    }
}
