package ft.transcendence.gateway.identity;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * How an access token is checked: signature by a key of the provider with an allowed algorithm, issuer, audience, times, the client it
 * was issued to, and that it is an access token at all.
 *
 * <p>Keys are kept, fetched again ahead of their end and for an unknown key id (at most once in 30 s, so that forged ids cannot be
 * used against the provider), and used further while the provider is out of reach.
 */
@Configuration(proxyBeanMethods = false)
@Profile("!standalone")
class AccessTokenDecoder {
    private static final Duration KEYS_KEPT = Duration.ofMinutes(15);
    private static final Duration KEYS_FETCH_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration KEYS_KEPT_IN_OUTAGE = Duration.ofHours(4);
    private static final Duration KEYS_FETCHED_AT_MOST_EVERY = Duration.ofSeconds(30);

    @Bean
    JWKSource<SecurityContext> providerKeys(IdentityProperties properties) {
        return keys(properties.keysUrl());
    }

    @Bean
    JwtDecoder accessTokens(IdentityProperties properties, JWKSource<SecurityContext> providerKeys) {
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(ProviderSignatures.processor(properties, providerKeys));
        decoder.setJwtValidator(validator(properties));
        return decoder;
    }

    private static JWKSource<SecurityContext> keys(URI url) {
        try {
            return JWKSourceBuilder.<SecurityContext>create(url.toURL())
                    .cache(KEYS_KEPT.toMillis(), KEYS_FETCH_TIMEOUT.toMillis())
                    .rateLimited(KEYS_FETCHED_AT_MOST_EVERY.toMillis())
                    .retrying(true)
                    .outageTolerant(KEYS_KEPT_IN_OUTAGE.toMillis())
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("OIDC_JWKS_URL is no URL: " + url, e);
        }
    }

    static OAuth2TokenValidator<Jwt> validator(IdentityProperties properties) {
        JwtTimestampValidator times = new JwtTimestampValidator(properties.clockSkew());
        times.setAllowEmptyExpiryClaim(false);
        return new DelegatingOAuth2TokenValidator<>(List.of(
                times,
                new JwtIssuerValidator(properties.issuer().toString()),
                new JwtAudienceValidator(properties.audience()),
                new JwtClaimValidator<String>(
                        "azp",
                        party -> party != null && properties.authorizedParties().contains(party)),
                // Keycloak's identity and refresh tokens say ID and Refresh here
                new JwtClaimValidator<String>("typ", type -> type == null || type.equals("Bearer")),
                new JwtClaimValidator<String>("sub", subject -> subject != null && !subject.isBlank())));
    }
}
