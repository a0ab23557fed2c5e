package ft.transcendence.gateway.login;

import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.logout.ServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.ServerLogoutSuccessHandler;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Ends the session at the identity provider, so that the next login asks for the password again. The gateway asks for it itself, with
 * the session's refresh token: a redirect to the provider's logout would carry an ID token in an address, where logs and histories
 * keep it.
 */
final class ProviderLogout implements ServerLogoutHandler, ServerLogoutSuccessHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderLogout.class);
    private static final String INCOMPLETE = ProviderLogout.class.getName() + ".incomplete";

    private final WebClient provider;
    private final URI endpoint;
    private final LoginProperties login;

    /** @param endpoint where the provider ends sessions, as the gateway reaches it */
    ProviderLogout(WebClient provider, URI endpoint, LoginProperties login) {
        this.provider = provider;
        this.endpoint = endpoint;
        this.login = login;
    }

    /** Never fails: whatever the provider says, the session here ends. */
    @Override
    public Mono<Void> logout(WebFilterExchange exchange, Authentication authentication) {
        return exchange.getExchange()
                .getSession()
                .flatMap(session -> Mono.justOrEmpty(SessionTokens.of(session)))
                // a refused refresh token is one of a session that is over
                .flatMap(this::endSession)
                .onErrorResume(failure -> {
                    LOG.warn("A player logged out here, but not at the identity provider: {}", failure.toString());
                    exchange.getExchange().getAttributes().put(INCOMPLETE, true);
                    return Mono.empty();
                })
                .then();
    }

    private Mono<HttpStatusCode> endSession(OAuth2AuthorizedClient tokens) {
        if (tokens.getRefreshToken() == null) {
            return Mono.empty();
        }
        return provider.post()
                .uri(endpoint)
                .body(BodyInserters.fromFormData("client_id", login.clientId())
                        .with("client_secret", login.clientSecret())
                        .with("refresh_token", tokens.getRefreshToken().getTokenValue()))
                .exchangeToMono(answer -> answer.releaseBody().thenReturn(answer.statusCode()));
    }

    /** Sends the browser home, and tells the page there when the provider still knows the player. */
    @Override
    public Mono<Void> onLogoutSuccess(WebFilterExchange exchange, Authentication authentication) {
        // the filter calls this before the logout has run
        return Mono.defer(() -> redirect(exchange.getExchange()));
    }

    private Mono<Void> redirect(ServerWebExchange exchange) {
        boolean incomplete = exchange.getAttribute(INCOMPLETE) != null;
        exchange.getResponse().setStatusCode(HttpStatus.FOUND);
        exchange.getResponse()
                .getHeaders()
                .setLocation(URI.create(login.landingPage() + (incomplete ? "?logout=incomplete" : "")));
        return exchange.getResponse().setComplete();
    }
}
