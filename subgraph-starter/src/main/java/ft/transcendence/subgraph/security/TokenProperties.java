package ft.transcendence.subgraph.security;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which access tokens are accepted.
 *
 * @param issuer the required {@code iss}, which is the URL of the realm
 * @param jwksUrl the URL of the signing keys; derived from the issuer if blank
 * @param audience the required {@code aud}
 * @param authorizedParties the clients ({@code azp}) whose tokens are accepted; {@code x*} stands for all whose ids start
 *     with {@code x}
 * @param passwordClients the clients that use the password grant without refresh tokens, for whose tokens the time of
 *     issue is the time of login
 * @param clockSkew how long a token is accepted after its expiry. The gateway does not accept expired tokens, so this
 *     covers requests on their way from the gateway, which has the same setting
 * @param rememberedTokens how many verified tokens of usual size are remembered, to save the signature check of the next
 *     request with one; about 5 KB of heap each
 */
@Validated
@ConfigurationProperties(prefix = "subgraph.token", ignoreUnknownFields = false)
record TokenProperties(
        @NotBlank String issuer,
        @Nullable String jwksUrl,
        @DefaultValue("transcendence") @NotBlank String audience,

        @DefaultValue({"gateway", "cli", "game-server", "game-server-*"}) @NotEmpty Set<String> authorizedParties,

        @DefaultValue("cli") Set<String> passwordClients,
        @DefaultValue("30s") @DurationMin Duration clockSkew,
        @DefaultValue("2000") @Positive int rememberedTokens) {

    TokenProperties {
        authorizedParties = Set.copyOf(authorizedParties);
        passwordClients = Set.copyOf(passwordClients);
    }

    /** Whether tokens issued to this client are accepted. */
    boolean accepts(String client) {
        return authorizedParties.stream()
                .anyMatch(party -> party.endsWith("*")
                        ? client.startsWith(party.substring(0, party.length() - 1))
                        : client.equals(party));
    }

    String signingKeys() {
        return jwksUrl == null || jwksUrl.isBlank() ? issuer + "/protocol/openid-connect/certs" : jwksUrl;
    }
}
