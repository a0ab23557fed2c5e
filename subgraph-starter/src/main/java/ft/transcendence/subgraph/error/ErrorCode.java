package ft.transcendence.subgraph.error;

/** The stable {@code extensions.code} of a GraphQL error. Codes are only added, never changed or removed. */
public enum ErrorCode {
    /** The caller must log in. */
    UNAUTHENTICATED,
    /** The caller does not have permission. */
    FORBIDDEN,
    /** The caller must prove their identity again, with a code, a password or a recent login. */
    FRESH_LOGIN_REQUIRED,
    /** The requested object does not exist, or the caller may not see it. */
    NOT_FOUND,
    /** An argument has an invalid value, or the request is malformed. */
    BAD_USER_INPUT,
    /** The current state does not allow the change. */
    CONFLICT,
    /** Too many attempts. Try again later. */
    RATE_LIMITED,
    /** The request exceeds a limit. Ask for less at once. */
    TOO_EXPENSIVE,
    /** The caller, or the instance, has too many open streams. */
    TOO_MANY_STREAMS,
    /** The request exceeded its time limit. */
    TIMED_OUT,
    /** A dependency is unavailable. The same request can succeed later. */
    UNAVAILABLE,
    /** An internal error; {@code extensions.errorId} is also in the log. */
    INTERNAL_SERVER_ERROR
}
