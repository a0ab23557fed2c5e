package ft.transcendence.gateway.document;

/** A manifest cannot be used. The message says why, without its file. */
final class MalformedManifestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedManifestException(String message) {
        super(message, null, false, false);
    }
}
