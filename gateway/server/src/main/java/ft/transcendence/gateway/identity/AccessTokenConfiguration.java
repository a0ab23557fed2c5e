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
 * How an access token is checked: signature by a key of the provider with an allowed algorithm, issuer, audience, times, the client it
 * was issued to, and that it is an access token at all.
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
            throw new IllegalArgumentException("OIDC_JWKS_URL is no URL: " + url, e);
        }
    }

    static OAuth2TokenValidator<Jwt> validator(IdentityProperties properties, Clock clock) {
        return new DelegatingOAuth2TokenValidator<>(List.of(
                new TokenTimestampValidator(properties.clockSkew(), clock),
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
