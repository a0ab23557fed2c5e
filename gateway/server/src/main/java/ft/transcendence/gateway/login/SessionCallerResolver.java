package ft.transcendence.gateway.login;

import ft.transcendence.gateway.error.GatewayError;
import ft.transcendence.gateway.error.GatewayErrorException;
import ft.transcendence.gateway.identity.AccessTokenVerifier;
import ft.transcendence.gateway.identity.BearerTokenCallerResolver;
import ft.transcendence.gateway.identity.CallerIdentity;
import ft.transcendence.gateway.identity.CallerResolver;
import ft.transcendence.gateway.identity.RevokedSessionException;
import ft.transcendence.gateway.network.PublicAddress;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.cookie.Cookie;
import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.stereotype.Component;
import org.springframework.web.server.WebSession;
import org.springframework.web.server.session.WebSessionStore;
import reactor.core.publisher.Mono;

/**
 * Resolves callers by their session cookie. All others are left to {@link BearerTokenCallerResolver}, at the cost of one header
 * lookup.
 *
 * <p>Browsers send cookies with every request, also with those that another site triggers. So requests that rely on a cookie need
 * the header {@code X-Requested-With}, which other sites cannot set without this server's consent (CORS).
 */
@Component
@Primary
@Profile("!standalone")
final class SessionCallerResolver implements CallerResolver {
    private static final String PROOF_OF_SAME_SITE = "X-Requested-With";

    private final BearerTokenCallerResolver bearerTokens;
    private final AccessTokenVerifier accessTokenVerifier;
    private final TokenRefresher tokenRefresher;
    private final WebSessionStore sessions;
    private final String cookieName;

    SessionCallerResolver(
            BearerTokenCallerResolver bearerTokens,
            AccessTokenVerifier accessTokenVerifier,
            TokenRefresher tokenRefresher,
            WebSessionStore sessions,
            PublicAddress address) {
        this.bearerTokens = bearerTokens;
        this.accessTokenVerifier = accessTokenVerifier;
        this.tokenRefresher = tokenRefresher;
        this.sessions = sessions;
        this.cookieName = SessionCookie.nameAt(address);
    }

    @Override
    public boolean knowsSessions() {
        return true;
    }

    @Override
    public Mono<CallerIdentity> resolve(HttpHeaders headers) {
        String sessionId = headers.contains(HttpHeaderNames.AUTHORIZATION) ? null : sessionIdOf(headers);
        if (sessionId == null) {
            return bearerTokens.resolve(headers);
        }
        return sessions.retrieveSession(sessionId)
                .flatMap(session -> callerOf(session, headers))
                .defaultIfEmpty(CallerIdentity.anonymous());
    }

    private Mono<CallerIdentity> callerOf(WebSession session, HttpHeaders headers) {
        OAuth2AuthorizedClient tokens = SessionTokenRepository.of(session);
        if (tokens == null) {
            return Mono.empty();
        }
        if (!headers.contains(PROOF_OF_SAME_SITE) && !isWebSocketHandshake(headers)) {
            return Mono.error(new GatewayErrorException(GatewayError.CSRF_REFUSED));
        }
        return tokenRefresher
                .refreshIfDue(session, tokens)
                .flatMap(refreshed ->
                        accessTokenVerifier.callerOf(refreshed.getAccessToken().getTokenValue()))
                // as after a logout: the caller is anonymous
                .onErrorResume(RevokedSessionException.class, ended -> session.invalidate()
                        .then(Mono.empty()));
    }

    /** Pages cannot set headers of a handshake; the endpoint checks its origin instead. */
    private static boolean isWebSocketHandshake(HttpHeaders headers) {
        return "websocket".equalsIgnoreCase(headers.get(HttpHeaderNames.UPGRADE));
    }

    private @Nullable String sessionIdOf(HttpHeaders headers) {
        for (String header : headers.getAll(HttpHeaderNames.COOKIE)) {
            for (Cookie cookie : ServerCookieDecoder.STRICT.decodeAll(header)) {
                if (cookie.name().equals(cookieName) && !cookie.value().isEmpty()) {
                    return cookie.value();
                }
            }
        }
        return null;
    }
}
