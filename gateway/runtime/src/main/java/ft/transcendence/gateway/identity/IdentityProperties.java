package ft.transcendence.gateway.identity;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The identity provider that browsers log in with, and which of its access tokens are accepted.
 *
 * @param issuer issuer of the identity provider, exactly as in the tokens' {@code iss} claim; required
 * @param jwksUrl address of the provider's keys; empty for Keycloak's path below the issuer
 * @param audience value that the {@code aud} claim must contain
 * @param authorizedParties clients whose tokens are accepted, by their {@code azp} claim; {@code x*} stands for all whose ids start
 *     with {@code x}
 * @param algorithms accepted signature algorithms; asymmetric only
 * @param clockSkew how far the provider's clock may be ahead, and how long subgraphs accept a token after its expiry; use the
 *     same value for all of them
 */
@Validated
@ConfigurationProperties(prefix = "gateway.identity")
public record IdentityProperties(
        @NotNull(message = "must be set: OIDC_ISSUER=http://localhost:8081/realms/transcendence") URI issuer,

        @DefaultValue("") String jwksUrl,
        @DefaultValue("transcendence") String audience,

        @DefaultValue({"gateway", "cli", "game-server", "game-server-*"}) @NotEmpty Set<String> authorizedParties,

        @DefaultValue({"RS256", "ES256"}) @NotEmpty Set<String> algorithms,
        @DefaultValue("30s") @DurationMin(millis = 0) Duration clockSkew) {
    private static final String KEYS = "/protocol/openid-connect/certs";

    public IdentityProperties {
        authorizedParties = Set.copyOf(authorizedParties);
        algorithms = requireAsymmetric("gateway.identity.algorithms", algorithms);
    }

    /** With a symmetric algorithm, whoever can verify tokens can make them too. */
    static Set<String> requireAsymmetric(String setting, Set<String> algorithms) {
        if (algorithms.stream().anyMatch(name -> name.equals("none") || name.startsWith("HS"))) {
            throw new IllegalArgumentException(setting + " must name asymmetric algorithms only, such as RS256");
        }
        return Set.copyOf(algorithms);
    }

    /** Whether tokens issued to this client are accepted. */
    boolean accepts(String client) {
        return authorizedParties.stream()
                .anyMatch(party -> party.endsWith("*")
                        ? client.startsWith(party.substring(0, party.length() - 1))
                        : client.equals(party));
    }

    public URI keysUrl() {
        return URI.create(jwksUrl.isEmpty() ? issuer + KEYS : jwksUrl);
    }
}
