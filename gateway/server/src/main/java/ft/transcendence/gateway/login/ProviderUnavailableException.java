package ft.transcendence.gateway.login;

import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/**
 * The identity provider did not answer, or told that it cannot. One of Spring Security's exceptions, so that it goes through its
 * chain as a failed login does; they keep its error.
 */
final class ProviderUnavailableException extends OAuth2AuthorizationException {
    private static final long serialVersionUID = 1L;

    /** The code that OAuth has for this (RFC 6749, 4.1.2.1). */
    private static final String CODE = "temporarily_unavailable";

    /** It told that it cannot answer. */
    ProviderUnavailableException() {
        super(error());
    }

    /** It did not answer. */
    ProviderUnavailableException(Throwable cause) {
        super(error(), cause);
    }

    private static OAuth2Error error() {
        return new OAuth2Error(CODE, "The identity provider does not answer", null);
    }

    static boolean isMeantBy(OAuth2Error error) {
        return CODE.equals(error.getErrorCode());
    }
}
