package ft.transcendence.federation.json;

/** The output exceeds the limit of a {@link JsonWriter}. */
public final class JsonTooLongException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JsonTooLongException(int limit) {
        super("Longer than " + limit + " bytes", null, false, false);
    }
}
