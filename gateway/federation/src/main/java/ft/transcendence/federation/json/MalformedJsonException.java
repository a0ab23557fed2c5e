package ft.transcendence.federation.json;

/** The bytes are not the JSON (RFC 8259) they should be. */
public final class MalformedJsonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int position;

    MalformedJsonException(String problem, int position) {
        super(problem + " at byte " + position);
        this.position = position;
    }

    /** Where in the bytes, from 0. */
    public int position() {
        return position;
    }
}
