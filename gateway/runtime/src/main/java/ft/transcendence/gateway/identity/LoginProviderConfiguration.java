package ft.transcendence.gateway.identity;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** The provider that browsers log in with: its tokens, and the sessions that it ends. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentityProperties.class)
@Import({BearerTokenCallerResolver.class, SharedRevocations.class})
public class LoginProviderConfiguration {
    @Bean
    JWKSource<SecurityContext> providerKeys(IdentityProperties properties) {
        return new ProviderKeys(new KeysAtUrl(properties.keysUrl()));
    }

    @Bean
    TrustedIssuer loginProvider(IdentityProperties properties, JWKSource<SecurityContext> providerKeys, Clock clock) {
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(ProviderSignatures.processor(properties, providerKeys));
        decoder.setJwtValidator(validator(properties, clock));
        return new TrustedIssuer(properties.issuer().toString(), decoder, new CallerClaims.OfLoginProvider());
    }

    /** Issuer, audience, times, authorized party and token type. */
    private static OAuth2TokenValidator<Jwt> validator(IdentityProperties properties, Clock clock) {
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
