package ft.transcendence.platform.launcher;

/** A problem that the user can solve; the message says how. */
final class PlatformException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PlatformException(String message) {
        super(message);
    }

    PlatformException(String message, Throwable cause) {
        super(message, cause);
    }
}
