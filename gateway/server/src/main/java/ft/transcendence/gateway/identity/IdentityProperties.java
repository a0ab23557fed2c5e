package ft.transcendence.gateway.identity;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whose access tokens are accepted.
 *
 * @param issuer the identity provider's issuer, exactly as tokens name it in {@code iss}
 * @param jwksUrl where its keys are; empty for Keycloak's place for them below the issuer
 * @param audience what {@code aud} must contain
 * @param authorizedParties clients whose tokens are accepted, as {@code azp} names them
 * @param algorithms accepted signature algorithms; asymmetric ones only
 * @param clockSkew how far the provider's clock may be ahead, and how long behind its expiry subgraphs believe what was let in here;
 *     one setting for all of them
 * @param rememberedTokens how many verified tokens of usual size are kept, so that their signatures are not checked on every request
 */
@Validated
@ConfigurationProperties(prefix = "gateway.identity", ignoreUnknownFields = false)
public record IdentityProperties(
        @NotNull(message = "must be set: OIDC_ISSUER=http://localhost:8081/realms/transcendence") URI issuer,

        @DefaultValue("") String jwksUrl,
        @DefaultValue("transcendence") String audience,

        @DefaultValue({"gateway", "cli", "game-server"}) @NotEmpty Set<String> authorizedParties,

        @DefaultValue({"RS256", "ES256"}) @NotEmpty Set<String> algorithms,
        @DefaultValue("30s") @DurationMin(millis = 0) Duration clockSkew,
        @DefaultValue("10000") @Positive int rememberedTokens) {
    private static final String KEYS = "/protocol/openid-connect/certs";

    public IdentityProperties {
        authorizedParties = Set.copyOf(authorizedParties);
        algorithms = Set.copyOf(algorithms);
        if (algorithms.stream().anyMatch(name -> name.equals("none") || name.startsWith("HS"))) {
            throw new IllegalArgumentException("gateway.identity.algorithms takes asymmetric algorithms only");
        }
    }

    public URI keysUrl() {
        return URI.create(jwksUrl.isEmpty() ? issuer + KEYS : jwksUrl);
    }
}
