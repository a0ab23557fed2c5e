package ft.transcendence.federation;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Sees what the engine does for one request, for logs, metrics, traces and extensions. A host gives one to the {@link RequestContext}; without
 * one, nothing is observed and nothing is spent.
 *
 * <p>The methods are called in this order, as far as the request gets. If the host asks for the operation's kind first, {@link #preparing} and
 * {@link #identified} are called then, and again when the operation is executed. They are called by the threads that do the work, which they must not
 * block, and they must not throw. An observer of a subscription must be thread-safe, since its end can be seen while an event is processed.
 */
public interface OperationObserver {

    /** Ignores everything. */
    OperationObserver NONE = new OperationObserver() {};

    /** The operation, or its plan, is not cached, so it is now being prepared, or waits for it. Not called for cached operations. */
    default void preparing() {}

    /**
     * The document was parsed and validated, or found to be invalid. Equal requests that arrive meanwhile share this work, and only the one that it
     * was done for sees it. The same holds for {@link #planned}.
     *
     * @param time how long the work took, without waiting for it
     */
    default void parsed(Duration time) {}

    /**
     * The document is valid and has the operation.
     *
     * @param name as the document gives it, whether or not the request does; null for an anonymous operation
     */
    default void identified(OperationKind kind, @Nullable String name) {}

    /** Whether {@link #costEstimated} is to be called for each request. Otherwise a cost that is known to be within the limit is not estimated. */
    default boolean wantsCost() {
        return false;
    }

    /** The cost was estimated, and may be too high. Not called if costs are not limited. */
    default void costEstimated(double cost) {}

    /** Everything that the execution needs was cached. Called instead of {@link #preparing}, {@link #parsed} and {@link #planned}. */
    default void foundInCache() {}

    /**
     * The operation was planned, or found to have no plan.
     *
     * @param time how long the work took, without waiting for it
     */
    default void planned(Duration time) {}

    /**
     * The plan is ready and is now executed.
     *
     * @param deniedFields how many fields are missing in it because the caller may not see them
     */
    default void prepared(int deniedFields) {}

    /**
     * A request is about to be sent to a subgraph.
     *
     * @return sees the outcome; the transport gets it as {@link SubgraphRequest#observer}
     */
    default FetchObserver fetchStarted(SubgraphRequest request) {
        return FetchObserver.NONE;
    }

    /**
     * The response is complete, even if the request was refused. Called for each event of a subscription and for each part of an incremental
     * response. Not called if the host cancelled the
     * request, or for a defect of the engine.
     */
    default void answered(GraphQLResponse response) {}
}
