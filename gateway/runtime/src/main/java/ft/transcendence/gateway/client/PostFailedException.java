package ft.transcendence.gateway.client;

import org.jspecify.annotations.Nullable;

/** A request that got no response. */
public final class PostFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The reason of the failure. */
    public enum Reason {
        /** No connection could be opened; the request was not sent. */
        NOT_CONNECTED,
        /** Every connection was busy, and the queue was full or the wait too long; the request was not sent. */
        NO_CONNECTION_FREE,
        /** The connection ended before the response did. The request may have taken effect. */
        BROKEN_OFF,
        /** The response was not complete in time. */
        TIMED_OUT,
        /** The response is longer than accepted. */
        TOO_LONG,
        /** The response is not valid HTTP. */
        MALFORMED,
        /** The client was closed. */
        CLOSED
    }

    private final Reason reason;

    public PostFailedException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
