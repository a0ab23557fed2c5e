package ft.transcendence.gateway.login;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** Keeps a browser's tokens in its session: two sessions of one player have tokens of their own, and the end of one ends its tokens. */
@Component
@Profile("!standalone")
final class SessionTokens implements ServerOAuth2AuthorizedClientRepository {
    private static final String ATTRIBUTE = SessionTokens.class.getName();

    static @Nullable OAuth2AuthorizedClient of(WebSession session) {
        return session.getAttribute(ATTRIBUTE);
    }

    static void put(WebSession session, OAuth2AuthorizedClient tokens) {
        session.getAttributes().put(ATTRIBUTE, tokens);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T extends OAuth2AuthorizedClient> Mono<T> loadAuthorizedClient(
            String clientRegistrationId, Authentication principal, ServerWebExchange exchange) {
        return exchange.getSession().flatMap(session -> Mono.justOrEmpty((T) of(session)));
    }

    @Override
    public Mono<Void> saveAuthorizedClient(
            OAuth2AuthorizedClient authorizedClient, Authentication principal, ServerWebExchange exchange) {
        return exchange.getSession()
                .doOnNext(session -> put(session, authorizedClient))
                .then();
    }

    @Override
    public Mono<Void> removeAuthorizedClient(
            String clientRegistrationId, Authentication principal, ServerWebExchange exchange) {
        return exchange.getSession()
                .doOnNext(session -> session.getAttributes().remove(ATTRIBUTE))
                .then();
    }
}
