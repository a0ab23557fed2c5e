package ft.transcendence.gateway.identity;

/**
 * The request carries credentials that cannot be checked at the moment, because the identity provider's keys cannot be fetched. They
 * may be good: whoever sent them may send them again.
 */
public final class ProviderKeysUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProviderKeysUnavailableException(Throwable cause) {
        super(cause.getMessage(), cause, false, false);
    }
}
