package ft.transcendence.gateway.login;

import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/**
 * The identity provider did not respond, or reported that it cannot. It is one of Spring Security's exceptions, so it passes
 * through their chain like a failed login, with its error.
 */
final class ProviderUnavailableException extends OAuth2AuthorizationException {
    private static final long serialVersionUID = 1L;

    /** OAuth's code for this (RFC 6749, 4.1.2.1). */
    private static final String CODE = "temporarily_unavailable";

    /** The provider reported that it is unavailable. */
    ProviderUnavailableException() {
        super(error());
    }

    /** The provider did not respond. */
    ProviderUnavailableException(Throwable cause) {
        super(error(), cause);
    }

    private static OAuth2Error error() {
        return new OAuth2Error(CODE, "The identity provider does not respond", null);
    }

    static boolean isMeantBy(OAuth2Error error) {
        return CODE.equals(error.getErrorCode());
    }
}
