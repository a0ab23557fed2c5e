package ft.transcendence.subgraph.security;

import java.util.UUID;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Validates the claims of an access token other than issuer and time: it must be an access token (Keycloak's {@code
 * typ} claim distinguishes it from ID and refresh tokens) for this platform's audience, issued to one of its clients,
 * with a UUID as the subject.
 */
final class AccessTokenValidator implements OAuth2TokenValidator<Jwt> {

    private final TokenProperties properties;

    AccessTokenValidator(TokenProperties properties) {
        this.properties = properties;
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        if (!isBearer(token)) {
            return invalid("The token is not an access token");
        }
        if (token.getAudience() == null || !token.getAudience().contains(properties.audience())) {
            return invalid("The token is for another audience");
        }
        String authorizedParty = token.getClaimAsString("azp");
        if (authorizedParty == null || !properties.accepts(authorizedParty)) {
            return invalid("The token was issued to an unknown client");
        }
        return hasUuidSubject(token) ? OAuth2TokenValidatorResult.success() : invalid("The token has no valid subject");
    }

    private static boolean isBearer(Jwt token) {
        String type = token.getClaimAsString("typ");
        return type == null || type.equals("Bearer");
    }

    private static boolean hasUuidSubject(Jwt token) {
        String subject = token.getSubject();
        if (subject == null) {
            return false;
        }
        try {
            return UUID.fromString(subject).toString().equals(subject);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static OAuth2TokenValidatorResult invalid(String reason) {
        return OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", reason, null));
    }
}
