package ft.transcendence.platform.load;

/** A problem that the user can solve; the message says how. */
final class LoadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LoadException(String message) {
        super(message);
    }
}
