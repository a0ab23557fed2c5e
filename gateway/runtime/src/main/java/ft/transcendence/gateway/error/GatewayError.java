package ft.transcendence.gateway.error;

/** An error of the gateway itself, raised before the engine sees the request. Its name is the stable {@code extensions.code}. */
public enum GatewayError {
    /** Makes clients of persisted queries repeat the request with the whole document; the message is part of their protocol. */
    PERSISTED_QUERY_NOT_SUPPORTED(200, "PersistedQueryNotSupported"),
    /** Likewise, when clients may register documents and this one is not registered yet. */
    PERSISTED_QUERY_NOT_FOUND(200, "PersistedQueryNotFound"),
    PERSISTED_QUERY_HASH_MISMATCH(400, "The hash is not the SHA-256 of the document"),
    PERSISTED_QUERY_NOT_IN_LIST(400, "No document is registered under this id"),
    PERSISTED_QUERY_ID_REQUIRED(400, "Send the id of a registered document instead of a document"),
    QUERY_NOT_IN_SAFELIST(400, "This document is not registered"),
    MALFORMED_REQUEST(400, "The request is not a GraphQL request"),
    BATCHING_NOT_SUPPORTED(400, "Send one operation per request"),
    BATCH_TOO_LARGE(400, "The batch has too many operations"),
    UNAUTHENTICATED(401, "The access token is not valid"),
    CSRF_REFUSED(403, "Requests with a session cookie need the header X-Requested-With"),
    STREAM_NOT_FOUND(404, "There is no such event stream; reserve one with PUT"),
    METHOD_NOT_ALLOWED(405, "Use POST, or GET for queries"),
    NOT_ACCEPTABLE(
            406, "Accept application/graphql-response+json, application/json, text/event-stream or multipart/mixed"),
    REQUEST_TIMEOUT(408, "The request did not arrive in time"),
    STREAM_ALREADY_OPEN(409, "The event stream is open already"),
    OPERATION_ID_IN_USE(409, "An operation with this id is running"),
    REQUEST_TOO_LARGE(413, "The request body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "Send application/json"),
    RATE_LIMITED(429, "Too many requests"),
    TOO_MANY_STREAMS(429, "Too many streams are open; close one before you open another"),
    /** Never sent; logs and metrics count these requests under it. */
    CLIENT_GONE(499, "The client left before its request was complete"),
    INTERNAL_ERROR(500, "Internal error"),
    OVERLOADED(503, "The gateway is overloaded; try again in a moment"),
    UNAVAILABLE(503, "The server is shutting down; open the stream again"),
    IDENTITY_PROVIDER_UNAVAILABLE(503, "The identity provider cannot be reached; try again in a moment"),
    SESSIONS_UNAVAILABLE(503, "Sessions cannot be read at the moment; try again in a moment");

    /** The {@code Retry-After} of an outage, in seconds. */
    public static final String RETRY_AFTER_OUTAGE = "5";

    private final int status;
    private final String message;

    GatewayError(int status, String message) {
        this.status = status;
        this.message = message;
    }

    public int status() {
        return status;
    }

    public String message() {
        return message;
    }
}
