package ft.transcendence.gateway.body;

/** A body that does not have the coding that its headers announce. The message is for clients. */
public final class MalformedBodyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedBodyException(String message) {
        super(message, null, false, false);
    }
}
