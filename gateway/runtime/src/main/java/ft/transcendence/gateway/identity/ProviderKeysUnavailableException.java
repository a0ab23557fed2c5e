package ft.transcendence.gateway.identity;

/**
 * The credentials of a request cannot be verified because the identity provider's keys cannot be fetched. They may be valid: the
 * client may retry.
 */
public final class ProviderKeysUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProviderKeysUnavailableException(Throwable cause) {
        super(cause.getMessage(), cause, false, false);
    }
}
