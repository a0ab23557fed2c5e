package ft.transcendence.federation;

import org.jspecify.annotations.Nullable;

/**
 * Why a request to a subgraph has no usable response.
 *
 * @param status the HTTP status; 0 if there was no response
 * @param detail what was wrong with the response; null if there was none
 * @param cause what the transport reported; null if there was a response
 */
public record FetchFailure(
        Reason reason,
        int status,
        @Nullable String detail,
        @Nullable Throwable cause) {

    /** Kinds of failures. */
    public enum Reason {
        /** The subgraph did not respond in time, or the whole request is out of time. */
        TIMED_OUT,
        /** The transport could not send the request, or the connection broke off. */
        UNREACHABLE,
        /** The transport did not send the request, to protect the subgraph or itself: a {@link SubgraphRefusedException}. */
        REFUSED,
        /** An unsuccessful HTTP status without GraphQL errors. */
        HTTP_STATUS,
        /** The body is not a GraphQL response, or not one to this request. */
        MALFORMED,
        /** The transport ended a subscription for a reason that the client sees. */
        ENDED,
        /** Nobody waits for the response any more. Nothing is wrong with the subgraph. */
        CANCELLED
    }
}
