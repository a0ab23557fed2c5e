package ft.transcendence.subgraph.error;

/**
 * A refusal the client may see: its message and code go into the GraphQL error as they are. Everything else that is
 * thrown is masked, so never put the message of another exception in here.
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

    /** {@link ErrorCode#NOT_FOUND}. */
    public static ClientException notFound(String message) {
        return new ClientException(ErrorCode.NOT_FOUND, message);
    }

    /** {@link ErrorCode#FORBIDDEN}. */
    public static ClientException forbidden(String message) {
        return new ClientException(ErrorCode.FORBIDDEN, message);
    }

    /** {@link ErrorCode#BAD_USER_INPUT}. */
    public static ClientException badInput(String message) {
        return new ClientException(ErrorCode.BAD_USER_INPUT, message);
    }

    /** {@link ErrorCode#CONFLICT}. */
    public static ClientException conflict(String message) {
        return new ClientException(ErrorCode.CONFLICT, message);
    }
}
