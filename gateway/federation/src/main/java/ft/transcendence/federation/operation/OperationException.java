package ft.transcendence.federation.operation;

/** The client's operation cannot be normalized. The message is meant for the client. */
public final class OperationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The kind of problem. */
    public enum Code {
        OPERATION_NOT_FOUND,
        OPERATION_TOO_DEEP,
        OPERATION_TOO_LARGE,
        RESERVED_ALIAS,
        UNSUPPORTED_DIRECTIVE
    }

    private final Code code;

    OperationException(Code code, String message) {
        super(message);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
