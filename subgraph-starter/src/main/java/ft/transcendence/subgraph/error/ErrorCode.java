package ft.transcendence.subgraph.error;

/** The stable {@code extensions.code} of a GraphQL error. Codes are only ever added. */
public enum ErrorCode {
    /** The field needs a logged-in caller. */
    UNAUTHENTICATED,
    /** The caller is known and may not do this. */
    FORBIDDEN,
    /** The caller may do this after proving again who they are (a code, a password or a recent login). */
    FRESH_LOGIN_REQUIRED,
    /** What was asked for does not exist, or not for this caller. */
    NOT_FOUND,
    /** An argument has an impossible value, or the request is none. */
    BAD_USER_INPUT,
    /** The state of things changed meanwhile, or never allowed this. */
    CONFLICT,
    /** Too many tries; later ones may pass. */
    RATE_LIMITED,
    /** One request asks for more than is given at once; a smaller one passes. */
    TOO_EXPENSIVE,
    /** The caller, or everybody together, follows as much at once as is allowed. */
    TOO_MANY_STREAMS,
    /** It took longer than a request may. */
    TIMED_OUT,
    /** A part this depends on does not answer; the same request may pass later. */
    UNAVAILABLE,
    /** A fault of ours; {@code extensions.errorId} finds it in the log. */
    INTERNAL_SERVER_ERROR
}
