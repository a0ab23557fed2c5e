package ft.transcendence.subgraph.security;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which access tokens a subgraph believes.
 *
 * @param issuer the exact {@code iss}, the realm's address
 * @param jwksUrl where the signing keys are; derived from the issuer, as Keycloak publishes them, when blank
 * @param audience what {@code aud} must contain
 * @param authorizedParties the clients ({@code azp}) whose tokens are for users of this platform
 * @param passwordClients the clients that get every token by a password, with no refresh token: the time of issue is the
 *     time of login
 * @param clockSkew how long behind its expiry a token is good here. The gateway, whose setting this is too, believes none
 *     behind its expiry: what it let in does not expire on the way
 */
@Validated
@ConfigurationProperties(prefix = "subgraph.token", ignoreUnknownFields = false)
public record TokenProperties(
        @NotBlank String issuer,
        @Nullable String jwksUrl,
        @DefaultValue("transcendence") @NotBlank String audience,

        @DefaultValue({"gateway", "cli", "game-server"}) @NotEmpty Set<String> authorizedParties,

        @DefaultValue("cli") Set<String> passwordClients,
        @DefaultValue("30s") @DurationMin Duration clockSkew) {

    public TokenProperties {
        authorizedParties = Set.copyOf(authorizedParties);
        passwordClients = Set.copyOf(passwordClients);
    }

    String signingKeys() {
        return jwksUrl == null || jwksUrl.isBlank() ? issuer + "/protocol/openid-connect/certs" : jwksUrl;
    }
}
