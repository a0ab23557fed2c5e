package ft.transcendence.gateway.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Accepts an access token until it expires and no longer. Subgraphs, which check it again a moment later, accept it for the clock
 * skew longer, so that what is accepted here is not refused there. The provider's clock may be ahead by the skew.
 */
final class TokenTimestampValidator implements OAuth2TokenValidator<Jwt> {
    private final Duration clockSkew;
    private final Clock clock;

    TokenTimestampValidator(Duration clockSkew, Clock clock) {
        this.clockSkew = clockSkew;
        this.clock = clock;
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        Instant now = clock.instant();
        Instant expiresAt = token.getExpiresAt();
        Instant notBefore = token.getNotBefore();
        if (expiresAt == null || !now.isBefore(expiresAt)) {
            return refused("The token has expired");
        }
        return notBefore != null && notBefore.isAfter(now.plus(clockSkew))
                ? refused("The token is not valid yet")
                : OAuth2TokenValidatorResult.success();
    }

    private static OAuth2TokenValidatorResult refused(String reason) {
        return OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", reason, null));
    }
}
