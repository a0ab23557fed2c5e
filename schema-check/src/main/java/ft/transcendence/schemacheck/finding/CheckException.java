package ft.transcendence.schemacheck.finding;

/** Composition or the check cannot run: an invalid configuration, a missing file, a schema that does not parse. The message names the place. */
public final class CheckException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CheckException(String message) {
        super(message);
    }
}
