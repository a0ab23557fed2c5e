package ft.transcendence.federation.json;

/** What is written would be longer than it may be. */
public final class JsonTooLongException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JsonTooLongException(int limit) {
        super("Longer than " + limit + " bytes", null, false, false);
    }
}
