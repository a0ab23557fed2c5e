package ft.transcendence.platform.load;

/** Something the user can do something about; the message says what. */
final class LoadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LoadException(String message) {
        super(message);
    }
}
