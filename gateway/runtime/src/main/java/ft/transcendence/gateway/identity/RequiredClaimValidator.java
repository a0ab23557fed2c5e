package ft.transcendence.gateway.identity;

import java.util.Set;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** Accepts tokens in which a claim is, or contains, one of the allowed values; {@code x*} allows all that start with {@code x}. */
final class RequiredClaimValidator implements OAuth2TokenValidator<Jwt> {
    private final ClaimPath claim;
    private final Set<String> allowed;

    RequiredClaimValidator(String claim, Set<String> allowed) {
        this.claim = new ClaimPath(claim);
        this.allowed = Set.copyOf(allowed);
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        return claim.textsIn(token.getClaims()).stream().anyMatch(this::isAllowed)
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error(
                        "invalid_token", "The claim " + claim.path() + " has none of the required values", null));
    }

    private boolean isAllowed(String value) {
        return allowed.stream()
                .anyMatch(each -> each.endsWith("*")
                        ? value.startsWith(each.substring(0, each.length() - 1))
                        : value.equals(each));
    }
}
