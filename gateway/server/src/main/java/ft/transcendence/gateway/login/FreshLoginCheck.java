package ft.transcendence.gateway.login;

import ft.transcendence.gateway.identity.IdentityProperties;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Checks that a login that had to be fresh is fresh. The request to the identity provider passes through the browser, so {@code
 * prompt} and {@code max_age} may get lost; the authentication time in the ID token is proof (<a
 * href="https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation">OpenID Connect Core 1.0, 3.1.3.7</a>).
 */
@Component
@Profile("!standalone")
final class FreshLoginCheck {
    private final Duration clockSkew;

    FreshLoginCheck(IdentityProperties identity) {
        this.clockSkew = identity.clockSkew();
    }

    boolean isFreshEnough(ServerWebExchange exchange, Authentication player) {
        return PendingLoginRepository.completedBy(exchange)
                .map(login -> switch (login.freshness()) {
                    case ANY -> true;
                    case REAUTHENTICATE -> isSince(login.startedAt(), player);
                })
                .orElse(false);
    }

    private boolean isSince(Instant startedAt, Authentication player) {
        @Nullable Instant at = player.getPrincipal() instanceof OidcUser user ? user.getAuthenticatedAt() : null;
        return at != null && !at.isBefore(startedAt.minus(clockSkew));
    }
}
