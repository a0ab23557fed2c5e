package ft.transcendence.subgraph.error;

/**
 * An error for the client: its code and message become the GraphQL error. All other exceptions are masked, so never use
 * the message of another exception here.
 */
public class ClientException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    public ClientException(ErrorCode code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }

    /** An error with {@link ErrorCode#NOT_FOUND}. */
    public static ClientException notFound(String message) {
        return new ClientException(ErrorCode.NOT_FOUND, message);
    }

    /** An error with {@link ErrorCode#FORBIDDEN}. */
    public static ClientException forbidden(String message) {
        return new ClientException(ErrorCode.FORBIDDEN, message);
    }

    /** An error with {@link ErrorCode#BAD_USER_INPUT}. */
    public static ClientException badInput(String message) {
        return new ClientException(ErrorCode.BAD_USER_INPUT, message);
    }

    /** An error with {@link ErrorCode#CONFLICT}. */
    public static ClientException conflict(String message) {
        return new ClientException(ErrorCode.CONFLICT, message);
    }
}
