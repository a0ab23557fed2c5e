package ft.transcendence.gateway.identity;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
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
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Configures the validation of access tokens: signature (a key of the provider, an allowed algorithm), issuer, audience, times,
 * authorized party and token type.
 */
@Configuration(proxyBeanMethods = false)
@Profile("!standalone")
class AccessTokenConfiguration {
    @Bean
    JWKSource<SecurityContext> providerKeys(IdentityProperties properties) {
        return keys(properties.keysUrl());
    }

    @Bean
    JwtDecoder accessTokens(IdentityProperties properties, JWKSource<SecurityContext> providerKeys, Clock clock) {
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(ProviderSignatures.processor(properties, providerKeys));
        decoder.setJwtValidator(validator(properties, clock));
        return decoder;
    }

    private static JWKSource<SecurityContext> keys(URI url) {
        try {
            return new ProviderKeys(url.toURL());
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("OIDC_JWKS_URL is not a valid URL: " + url, e);
        }
    }

    static OAuth2TokenValidator<Jwt> validator(IdentityProperties properties, Clock clock) {
        return new DelegatingOAuth2TokenValidator<>(List.of(
                new TokenTimestampValidator(properties.clockSkew(), clock),
                new JwtIssuerValidator(properties.issuer().toString()),
                new JwtAudienceValidator(properties.audience()),
                new JwtClaimValidator<String>("azp", party -> party != null && properties.accepts(party)),
                // Keycloak's ID and refresh tokens have the types ID and Refresh
                new JwtClaimValidator<String>("typ", type -> type == null || type.equals("Bearer")),
                new JwtClaimValidator<String>("sub", subject -> subject != null && !subject.isBlank())));
    }
}
