package ft.transcendence.composition.link;

/** A URL that names no version of a specification. */
public final class InvalidSpecUrl extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidSpecUrl(String message) {
        super(message, null, false, false);
    }
}
