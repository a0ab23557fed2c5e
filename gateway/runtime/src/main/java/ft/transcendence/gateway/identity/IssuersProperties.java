package ft.transcendence.gateway.identity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Issuers of access tokens besides the provider of the browsers' login, and all of them for a gateway alone.
 *
 * @param issuers any OpenID Connect providers, each with its own keys and rules
 * @param rememberedTokens verified tokens of usual size that are cached to save the signature check
 */
@Validated
@ConfigurationProperties(prefix = "gateway.identity")
record IssuersProperties(
        @DefaultValue List<@Valid Issuer> issuers,
        @DefaultValue("10000") @Positive int rememberedTokens) {
    /** Headers with a meaning of their own, which no claim may set. */
    private static final Set<String> RESERVED = Set.of(
            "accept",
            "accept-encoding",
            "authorization",
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "cookie",
            "host",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "user-agent",
            "x-gateway-credential");

    IssuersProperties {
        issuers = List.copyOf(issuers);
        refuseRepeated(issuers, "name", Issuer::name);
        refuseRepeated(issuers, "issuer", issuer -> String.valueOf(issuer.issuer()));
    }

    private static void refuseRepeated(List<Issuer> issuers, String setting, Function<Issuer, String> value) {
        Set<String> seen = new HashSet<>();
        for (Issuer issuer : issuers) {
            if (!seen.add(value.apply(issuer))) {
                throw new IllegalArgumentException("gateway.identity.issuers must differ in their " + setting + ", but "
                        + value.apply(issuer) + " is there twice");
            }
        }
    }

    /**
     * One issuer of access tokens.
     *
     * @param name short name, in lower case, for logs and for telling its callers from those of other issuers
     * @param issuer the issuer, exactly as in the tokens' {@code iss} claim
     * @param jwksUrl address of its keys; discovered below the issuer when neither this nor {@code jwks-file} is given
     * @param jwksFile file with its keys, which is read again when a key is unknown
     * @param audiences values of which the {@code aud} claim must contain one
     * @param requiredClaims claims that a token must have
     * @param scopes claims with scopes or roles, which {@code @requiresScopes} and {@code exempt-roles} refer to; a text is divided at
     *     spaces, and a path such as {@code realm_access.roles} leads into an object
     * @param subjectClaim claim with the caller's id
     * @param algorithms accepted signature algorithms; asymmetric only
     * @param clockSkew how far the issuer's clock may be ahead
     * @param headers claims that subgraphs get as headers
     */
    record Issuer(
            @NotBlank @Pattern(regexp = "[a-z0-9][a-z0-9-]*", message = "must be in lower case, such as partners") String name,

            @NotNull(message = "must be an address, such as https://login.example.org/") URI issuer,

            @Nullable URI jwksUrl,
            @Nullable Path jwksFile,
            @NotEmpty Set<String> audiences,
            @DefaultValue List<@Valid RequiredClaim> requiredClaims,

            @DefaultValue({"scope", "scp"}) List<String> scopes,

            @DefaultValue("sub") @NotBlank String subjectClaim,

            @DefaultValue({"RS256", "ES256"}) @NotEmpty Set<String> algorithms,
            @DefaultValue("30s") @DurationMin(millis = 0) Duration clockSkew,
            @DefaultValue List<@Valid ClaimHeaderRule> headers) {
        Issuer {
            audiences = audiences == null ? Set.of() : Set.copyOf(audiences);
            requiredClaims = List.copyOf(requiredClaims);
            scopes = List.copyOf(scopes);
            algorithms = IdentityProperties.requireAsymmetric("gateway.identity.issuers.algorithms", algorithms);
            headers = List.copyOf(headers);
            if (jwksUrl != null && jwksFile != null) {
                throw new IllegalArgumentException("gateway.identity.issuers: " + name
                        + " has jwks-url and jwks-file, but only one of them can be used");
            }
            refuseOtherAddresses("issuer", name, issuer);
            refuseOtherAddresses("jwks-url", name, jwksUrl);
        }

        private static void refuseOtherAddresses(String setting, String name, @Nullable URI address) {
            if (address != null
                    && (address.getHost() == null || !Set.of("http", "https").contains(address.getScheme()))) {
                throw new IllegalArgumentException("gateway.identity.issuers: the " + setting + " of " + name
                        + " must be an address such as https://login.example.org, but is " + address);
            }
        }
    }

    /**
     * A claim that a token must have.
     *
     * @param claim its name, or a path such as {@code realm_access.roles}
     * @param values values of which it must be or contain one; {@code x*} stands for all that start with {@code x}
     */
    record RequiredClaim(@NotBlank String claim, @NotEmpty List<String> values) {
        RequiredClaim {
            values = values == null ? List.of() : List.copyOf(values);
        }
    }

    /**
     * A claim that subgraphs get as a header. Clients cannot send this header themselves.
     *
     * @param claim its name, or a path such as {@code org.id}; texts, numbers and booleans, and lists of them joined by commas
     * @param header name of the header
     */
    record ClaimHeaderRule(@NotBlank String claim, @NotBlank String header) {
        ClaimHeaderRule {
            header = header == null ? "" : header.toLowerCase(Locale.ROOT);
            if (!header.matches("[a-z0-9!#$%&'*+.^_`|~-]*") || RESERVED.contains(header)) {
                throw new IllegalArgumentException(
                        "gateway.identity.issuers.headers must not set the header '" + header + "'");
            }
        }
    }
}
