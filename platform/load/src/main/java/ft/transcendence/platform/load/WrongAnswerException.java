package ft.transcendence.platform.load;

/** The platform's answer is not what the data says it must be. */
final class WrongAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongAnswerException(String message) {
        super(message);
    }
}
