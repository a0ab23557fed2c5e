package ft.transcendence.gateway.body;

/** A body is longer than allowed. */
public final class BodyTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BodyTooLargeException(long limit) {
        super("The body is longer than " + limit + " bytes", null, false, false);
    }
}
