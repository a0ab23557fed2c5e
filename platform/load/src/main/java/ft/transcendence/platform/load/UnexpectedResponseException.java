package ft.transcendence.platform.load;

/** A response of the platform contradicts the data. */
final class UnexpectedResponseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnexpectedResponseException(String message) {
        super(message);
    }
}
