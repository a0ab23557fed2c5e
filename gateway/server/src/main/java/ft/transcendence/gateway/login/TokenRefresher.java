package ft.transcendence.gateway.login;

import ft.transcendence.gateway.error.GatewayError;
import ft.transcendence.gateway.error.GatewayErrorException;
import ft.transcendence.gateway.identity.InvalidCredentialsException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizationContext;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.RefreshTokenReactiveOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.stereotype.Component;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import reactor.util.retry.RetryBackoffSpec;

/**
 * Refreshes a session's access token before it expires. A refresh token works once, since the provider rotates it, so concurrent
 * requests of one session share one refresh, and gateways that share sessions take turns. A session that the provider has ended is
 * ended here too. When the provider is unavailable, the session stays and keeps its token until it expires.
 */
@Component
@Profile("!standalone")
final class TokenRefresher {
    private static final Logger LOG = LoggerFactory.getLogger(TokenRefresher.class);
    private static final String INVALID_GRANT = "invalid_grant";

    private static final RetryBackoffSpec SAVE_AGAIN = Retry.fixedDelay(5, Duration.ofMillis(200));

    private final ReactiveOAuth2AuthorizedClientProvider provider;
    private final RefreshTurns turns;
    private final Duration refreshAhead;
    private final Clock clock;
    private final ConcurrentMap<String, Mono<OAuth2AuthorizedClient>> refreshes = new ConcurrentHashMap<>();

    @Autowired
    TokenRefresher(
            LoginProperties properties,
            ReactiveOAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refreshTokenClient,
            RefreshTurns turns,
            Clock clock) {
        this(
                refreshGrant(properties.refreshAhead(), refreshTokenClient, clock),
                turns,
                properties.refreshAhead(),
                clock);
    }

    TokenRefresher(
            ReactiveOAuth2AuthorizedClientProvider provider, RefreshTurns turns, Duration refreshAhead, Clock clock) {
        this.provider = provider;
        this.turns = turns;
        this.refreshAhead = refreshAhead;
        this.clock = clock;
    }

    private static ReactiveOAuth2AuthorizedClientProvider refreshGrant(
            Duration refreshAhead,
            ReactiveOAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> client,
            Clock clock) {
        RefreshTokenReactiveOAuth2AuthorizedClientProvider grant =
                new RefreshTokenReactiveOAuth2AuthorizedClientProvider();
        grant.setAccessTokenResponseClient(client);
        grant.setClockSkew(refreshAhead);
        grant.setClock(clock);
        return grant;
    }

    Mono<OAuth2AuthorizedClient> refreshIfDue(WebSession session, OAuth2AuthorizedClient tokens) {
        Instant expiresAt = tokens.getAccessToken().getExpiresAt();
        if (expiresAt == null || clock.instant().isBefore(expiresAt.minus(refreshAhead))) {
            return Mono.just(tokens);
        }
        return refreshes.computeIfAbsent(session.getId(), id -> refresh(session, tokens)
                // before the waiters continue: the next request starts a new refresh
                .doOnTerminate(() -> refreshes.remove(id))
                .cache());
    }

    private Mono<OAuth2AuthorizedClient> refresh(WebSession session, OAuth2AuthorizedClient tokens) {
        OAuth2AuthorizationContext context = OAuth2AuthorizationContext.withAuthorizedClient(tokens)
                .principal(
                        UsernamePasswordAuthenticationToken.authenticated(tokens.getPrincipalName(), null, List.of()))
                .build();
        Mono<OAuth2AuthorizedClient> refreshed = Mono.defer(() -> provider.authorize(context))
                .switchIfEmpty(
                        Mono.error(() -> new InvalidCredentialsException("The session cannot be refreshed", null)))
                .flatMap(current -> {
                    SessionTokenRepository.put(session, current);
                    // the old refresh token no longer works
                    return Mono.defer(session::save)
                            .retryWhen(SAVE_AGAIN.filter(failure -> !isEnded(failure)))
                            .thenReturn(current);
                });
        return turns.take(session.getId(), tokens, refreshed)
                .onErrorResume(failure -> isEnded(failure) ? end(session, failure) : keepToken(tokens, failure));
    }

    private static boolean isEnded(Throwable failure) {
        return failure instanceof InvalidCredentialsException
                || failure instanceof ClientAuthorizationException refused
                        && INVALID_GRANT.equals(refused.getError().getErrorCode());
    }

    private static Mono<OAuth2AuthorizedClient> end(WebSession session, Throwable failure) {
        return session.invalidate()
                .then(Mono.error(new InvalidCredentialsException("The login session has ended", failure)));
    }

    private Mono<OAuth2AuthorizedClient> keepToken(OAuth2AuthorizedClient tokens, Throwable failure) {
        LOG.warn("A session cannot be refreshed at the moment: {}", failure.toString());
        Instant expiresAt = tokens.getAccessToken().getExpiresAt();
        return expiresAt != null && clock.instant().isBefore(expiresAt)
                ? Mono.just(tokens)
                : Mono.error(
                        failure instanceof GatewayErrorException known
                                ? known
                                : new GatewayErrorException(GatewayError.IDENTITY_PROVIDER_UNAVAILABLE));
    }
}
