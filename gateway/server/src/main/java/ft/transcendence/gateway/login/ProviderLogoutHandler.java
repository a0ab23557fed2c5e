package ft.transcendence.gateway.login;

import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.logout.ServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.ServerLogoutSuccessHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Ends the session at the identity provider as well, so that the next login asks for the password again. */
final class ProviderLogoutHandler implements ServerLogoutHandler, ServerLogoutSuccessHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderLogoutHandler.class);
    private static final String INCOMPLETE = ProviderLogoutHandler.class.getName() + ".incomplete";

    private final ProviderLogoutClient sessions;
    private final String landingPage;

    ProviderLogoutHandler(ProviderLogoutClient sessions, String landingPage) {
        this.sessions = sessions;
        this.landingPage = landingPage;
    }

    /** Never fails: the session here ends whatever the provider says. */
    @Override
    public Mono<Void> logout(WebFilterExchange exchange, Authentication authentication) {
        return exchange.getExchange()
                .getSession()
                .flatMap(session -> Mono.justOrEmpty(SessionTokenRepository.of(session)))
                .flatMap(sessions::end)
                .onErrorResume(failure -> {
                    LOG.warn("A player logged out here, but not at the identity provider: {}", failure.toString());
                    exchange.getExchange().getAttributes().put(INCOMPLETE, true);
                    return Mono.empty();
                })
                .then();
    }

    /** Sends the browser to the landing page, with a parameter when the provider's session may still exist. */
    @Override
    public Mono<Void> onLogoutSuccess(WebFilterExchange exchange, Authentication authentication) {
        // deferred: the filter calls this before the logout has run
        return Mono.defer(() -> redirect(exchange.getExchange()));
    }

    private Mono<Void> redirect(ServerWebExchange exchange) {
        boolean incomplete = exchange.getAttribute(INCOMPLETE) != null;
        exchange.getResponse().setStatusCode(HttpStatus.FOUND);
        exchange.getResponse()
                .getHeaders()
                .setLocation(URI.create(landingPage + (incomplete ? "?logout=incomplete" : "")));
        return exchange.getResponse().setComplete();
    }
}
