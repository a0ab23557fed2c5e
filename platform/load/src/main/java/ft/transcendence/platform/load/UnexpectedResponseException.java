package ft.transcendence.platform.load;

/** The platform's answer is not what the data says it must be. */
final class UnexpectedResponseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnexpectedResponseException(String message) {
        super(message);
    }
}
