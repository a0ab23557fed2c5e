package ft.transcendence.platform.benchmark;

/** A request got no response or a wrong one. */
public final class UnexpectedResponseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnexpectedResponseException(String message) {
        super(message);
    }
}
