package ft.transcendence.federation.json;

/** The input is not well-formed JSON (RFC 8259), or not the JSON that is expected. */
public final class MalformedJsonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int position;

    MalformedJsonException(String problem, int position) {
        super(problem + " at byte " + position);
        this.position = position;
    }

    /** The index of the byte, counted from 0. */
    public int position() {
        return position;
    }
}
