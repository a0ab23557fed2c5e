package ft.transcendence.federation;

import java.util.List;

/**
 * Sees the outcome of one request to a subgraph. For a query or mutation, either {@link #answered} or {@link #failed} is called, once. For a
 * subscription, one of the two is called for each event, {@link #failed} if the stream breaks off, and {@link #ended} at last.
 *
 * <p>What {@link OperationObserver} says about threads holds here as well.
 */
public interface FetchObserver {

    /** Ignores everything. */
    FetchObserver NONE = new FetchObserver() {};

    /**
     * The subgraph sent a GraphQL response.
     *
     * @param errors those of the response, before redaction; their codes are the subgraph's own
     */
    default void answered(SubgraphResponse response, List<ResponseError> errors) {}

    /** There is no response, or one that cannot be used. */
    default void failed(FetchFailure failure) {}

    /** A subscription has ended, for whatever reason. */
    default void ended() {}
}
