package ft.transcendence.extension;

import ft.transcendence.federation.FetchObserver;
import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.federation.OperationAdmission.Decision;
import ft.transcendence.federation.OperationSummary;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Adds behaviour to the gateway. Each Spring bean of this type is called at the four stages of an operation, in the order of {@code
 * @Order}; the last stage in the opposite order.
 *
 * <p>The methods are called on event loops by many threads, and must not block: what takes longer belongs into the stage that {@link
 * #onOperation} returns. An exception fails the operation with {@code INTERNAL_ERROR} and is logged.
 *
 * <p>A jar with extensions lists its configuration classes in {@code
 * META-INF/spring/ft.transcendence.extension.GatewayExtension.imports}, one per line.
 */
public interface GatewayExtension {
    /** Nothing against the operation, and no policies. */
    Decision ADMITTED = new Decision.Admitted(Set.of());

    /**
     * The operation has been read and its caller is known. Called again for a subscription whenever its caller's token is renewed.
     */
    default void onRequest(ClientRequest request) {}

    /**
     * The operation is valid, and is planned and executed next if all extensions admit it. The caller meets the policies that any of
     * them grants.
     *
     * @return completes within {@code gateway.extensions.decision-timeout}, or the operation is refused
     */
    default CompletionStage<Decision> onOperation(ClientRequest request, OperationSummary operation) {
        return CompletableFuture.completedFuture(ADMITTED);
    }

    /**
     * A request to a subgraph is about to be sent.
     *
     * @return sees its outcome
     */
    default FetchObserver onFetch(ClientRequest request, SubgraphFetch fetch) {
        return FetchObserver.NONE;
    }

    /** The response is complete, or the next event of a subscription. */
    default void onResponse(ClientRequest request, GraphQLResponse response) {}
}
