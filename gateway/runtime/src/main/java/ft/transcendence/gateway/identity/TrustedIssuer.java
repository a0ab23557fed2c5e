package ft.transcendence.gateway.identity;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Clock;
import java.util.Set;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * An issuer whose tokens are accepted: its keys and rules, and what its claims mean.
 *
 * @param issuer as in the claim {@code iss}
 */
record TrustedIssuer(String issuer, JwtDecoder decoder, CallerClaims claims) {
    /** JWTs as most providers issue them, and those of RFC 9068. */
    private static final DefaultJOSEObjectTypeVerifier<SecurityContext> TYPES =
            new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null);

    /** Keycloak's types of tokens that are not for APIs. */
    private static final Set<String> NOT_FOR_APIS = Set.of("ID", "Refresh", "Offline", "Logout");

    static TrustedIssuer of(IssuersProperties.Issuer issuer, Clock clock) {
        DefaultJWTProcessor<SecurityContext> processor =
                ProviderSignatures.processor(issuer.algorithms(), keysOf(issuer));
        processor.setJWSTypeVerifier(TYPES);
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(validator(issuer, clock));
        return new TrustedIssuer(issuer.issuer().toString(), decoder, CallerClaims.OfIssuer.of(issuer));
    }

    private static JWKSource<SecurityContext> keysOf(IssuersProperties.Issuer issuer) {
        if (issuer.jwksFile() != null) {
            return new ProviderKeys(new KeyFile(issuer.jwksFile()));
        }
        return new ProviderKeys(
                issuer.jwksUrl() == null ? new DiscoveredKeys(issuer.issuer()) : new KeysAtUrl(issuer.jwksUrl()));
    }

    private static OAuth2TokenValidator<Jwt> validator(IssuersProperties.Issuer issuer, Clock clock) {
        DelegatingOAuth2TokenValidator<Jwt> common = new DelegatingOAuth2TokenValidator<>(
                new TokenTimestampValidator(issuer.clockSkew(), clock),
                new JwtIssuerValidator(issuer.issuer().toString()),
                new RequiredClaimValidator("aud", issuer.audiences()),
                new JwtClaimValidator<Object>("typ", type -> type == null || !NOT_FOR_APIS.contains(type.toString())));
        return new DelegatingOAuth2TokenValidator<>(
                common,
                new DelegatingOAuth2TokenValidator<>(issuer.requiredClaims().stream()
                        .<OAuth2TokenValidator<Jwt>>map(
                                required -> new RequiredClaimValidator(required.claim(), Set.copyOf(required.values())))
                        .toList()));
    }

    /** @throws JwtException if the token is invalid, or cannot be verified at the moment */
    CallerIdentity callerOf(String token) {
        return claims.callerOf(decoder.decode(token));
    }
}
