package ft.transcendence.gateway.login;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/**
 * Keeps a browser's tokens in its session, and nothing else: two sessions of one player have separate tokens, and each session's
 * tokens end with it. No session starts before a login is complete.
 */
@Component
@Profile("!standalone")
final class SessionTokenRepository implements ServerOAuth2AuthorizedClientRepository {
    static final String ATTRIBUTE = SessionTokenRepository.class.getName();

    private final SessionLimiter limits;
    private final FreshLoginCheck freshLoginCheck;

    SessionTokenRepository(SessionLimiter limits, FreshLoginCheck freshLoginCheck) {
        this.limits = limits;
        this.freshLoginCheck = freshLoginCheck;
    }

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

    /** Completes a login. The session id changes, so that anyone who knew the old one does not know the new one. */
    @Override
    public Mono<Void> saveAuthorizedClient(
            OAuth2AuthorizedClient authorizedClient, Authentication principal, ServerWebExchange exchange) {
        if (!freshLoginCheck.isFreshEnough(exchange, principal)) {
            return Mono.error(new OAuth2AuthenticationException(new OAuth2Error(
                    "login_required", "The identity provider did not authenticate the player again", null)));
        }
        return exchange.getSession()
                .flatMap(session -> limits.endSurplusSessions(authorizedClient.getPrincipalName(), session.getId())
                        .then(Mono.defer(() -> {
                            put(session, authorizedClient);
                            return session.changeSessionId();
                        })));
    }

    @Override
    public Mono<Void> removeAuthorizedClient(
            String clientRegistrationId, Authentication principal, ServerWebExchange exchange) {
        return exchange.getSession()
                .doOnNext(session -> session.getAttributes().remove(ATTRIBUTE))
                .then();
    }
}
