package ft.transcendence.gateway.operation;

import ft.transcendence.federation.FetchFailure;
import ft.transcendence.federation.ResponseError;
import java.util.List;

/** Is told what happens in each operation, on the thread on which it happens; it must not block, and must not throw. */
public interface OperationListener {
    /** Is told nothing. */
    OperationListener INACTIVE = new OperationListener() {
        @Override
        public boolean isActive() {
            return false;
        }
    };

    /** Decided once: one that is not active is never told anything, and costs nothing. */
    default boolean isActive() {
        return true;
    }

    /** Whether {@link #fetched} with a failure is all it needs. If nobody needs more, hardly anything is recorded; decided once, too. */
    default boolean wantsFailuresOnly() {
        return false;
    }

    /** Whether it wants to know what each operation costs; decided once, too. */
    default boolean wantsCost() {
        return false;
    }

    /** A request to a subgraph, or one event of a subscription at a subgraph, has its outcome. */
    default void fetched(OperationRecord operation, CompletedFetch fetch) {}

    /** A subscription was opened at a subgraph. */
    default void streamOpened(String subgraph) {}

    /** A subscription at a subgraph has ended, for whatever reason; {@link FetchFailure} tells of those that broke off. */
    default void streamEnded(String subgraph) {}

    /** An operation begins whose client stays connected: over server-sent events or a WebSocket. */
    default void started(OperationRecord operation) {}

    /**
     * A response, or event, with errors is about to be sent.
     *
     * @param errors at least one; codes of subgraphs may be any text
     */
    default void responded(OperationRecord operation, List<ResponseError> errors) {}

    /** The response is sent, or the client is gone. The last call for each operation. */
    default void completed(CompletedOperation operation) {}
}
