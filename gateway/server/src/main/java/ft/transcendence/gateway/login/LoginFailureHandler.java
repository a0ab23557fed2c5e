package ft.transcendence.gateway.login;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationFailureHandler;
import org.springframework.security.web.server.authentication.ServerAuthenticationFailureHandler;
import reactor.core.publisher.Mono;

/**
 * Sends the browser to the landing page when its login failed, or shows the outage page when the identity provider is
 * unavailable.
 */
final class LoginFailureHandler implements ServerAuthenticationFailureHandler {
    private static final Logger LOG = LoggerFactory.getLogger(LoginFailureHandler.class);

    private final ServerAuthenticationFailureHandler home;

    LoginFailureHandler(String landingPage) {
        this.home = new RedirectServerAuthenticationFailureHandler(landingPage + "?login=failed");
    }

    @Override
    public Mono<Void> onAuthenticationFailure(WebFilterExchange exchange, AuthenticationException failure) {
        if (failure instanceof OAuth2AuthenticationException refused
                && ProviderUnavailableException.isMeantBy(refused.getError())) {
            LOG.warn(
                    "A login could not be completed, the identity provider is unavailable: {}",
                    String.valueOf(failure.getCause()));
            return ProviderOutagePage.respond(exchange.getExchange());
        }
        return home.onAuthenticationFailure(exchange, failure);
    }
}
