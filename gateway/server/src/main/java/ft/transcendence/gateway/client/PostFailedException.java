package ft.transcendence.gateway.client;

import org.jspecify.annotations.Nullable;

/** A request got no answer. */
public final class PostFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** No connection could be opened: the request was never sent. */
        NOT_CONNECTED,
        /** All connections are in use, and too many requests wait already or this one did for too long: it was never sent. */
        NO_CONNECTION_FREE,
        /** The connection ended before the answer did; whether the request had its effect is unknown. */
        BROKEN_OFF,
        /** The target was silent for too long. */
        TIMED_OUT,
        /** The answer is longer than accepted. */
        TOO_LONG,
        /** The answer is not HTTP. */
        MALFORMED,
        /** The client was closed. */
        CLOSED
    }

    private final Reason reason;

    PostFailedException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
