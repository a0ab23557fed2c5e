package ft.transcendence.gateway.document;

/** Stops the start because of a manifest. */
final class ManifestUnusableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ManifestUnusableException(String message, Throwable cause) {
        super(message, cause);
    }
}
