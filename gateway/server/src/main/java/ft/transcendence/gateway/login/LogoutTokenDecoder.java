package ft.transcendence.gateway.login;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import ft.transcendence.gateway.identity.IdentityProperties;
import ft.transcendence.gateway.identity.ProviderSignatures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/**
 * Decodes and verifies logout tokens, by <a href="https://openid.net/specs/openid-connect-backchannel-1_0.html#Validation">OpenID
 * Connect Back-Channel Logout 1.0, 2.6</a>: signed by a key of the provider, from its issuer, for this client, recent, about a
 * logout, and naming a session or a user. A token with a {@code nonce} is an ID token and refused.
 *
 * <p>Spring Security checks the same, but fetches the provider's keys for every unknown key id, whoever sends it.
 */
@Component
@Profile("!standalone")
final class LogoutTokenDecoder {
    private static final String LOGOUT = "http://schemas.openid.net/event/backchannel-logout";
    /** The maximum age. A token is sent when it is issued; an older one is a replay. */
    private static final Duration OLDEST = Duration.ofMinutes(5);

    private final NimbusJwtDecoder decoder;

    LogoutTokenDecoder(
            IdentityProperties identity, LoginProperties login, JWKSource<SecurityContext> providerKeys, Clock clock) {
        DefaultJWTProcessor<SecurityContext> processor = ProviderSignatures.processor(identity, providerKeys);
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("logout+jwt"), JOSEObjectType.JWT, null));
        this.decoder = new NimbusJwtDecoder(processor);
        this.decoder.setJwtValidator(validator(identity, login.clientId(), clock));
    }

    /**
     * Returns the verified token, whose {@code sid} or {@code sub} names what ended.
     *
     * @throws org.springframework.security.oauth2.jwt.BadJwtException when it is not a logout token for this gateway
     */
    Jwt decode(String token) {
        return decoder.decode(token);
    }

    private static OAuth2TokenValidator<Jwt> validator(IdentityProperties identity, String clientId, Clock clock) {
        JwtTimestampValidator times = new JwtTimestampValidator(identity.clockSkew());
        times.setClock(clock);
        return new DelegatingOAuth2TokenValidator<>(List.of(
                times,
                new JwtIssuerValidator(identity.issuer().toString()),
                new JwtAudienceValidator(clientId),
                new JwtClaimValidator<Instant>("iat", issued -> isOfNow(issued, identity.clockSkew(), clock)),
                new JwtClaimValidator<Object>(
                        "events", events -> events instanceof Map<?, ?> map && map.get(LOGOUT) instanceof Map),
                token -> token.hasClaim("nonce") ? refused("It is an ID token") : OAuth2TokenValidatorResult.success(),
                new JwtClaimValidator<String>("jti", id -> id != null && !id.isBlank()),
                LogoutTokenDecoder::namesASessionOrAUser));
    }

    private static boolean isOfNow(@Nullable Instant issued, Duration skew, Clock clock) {
        Instant now = clock.instant();
        return issued != null && issued.isAfter(now.minus(OLDEST).minus(skew)) && issued.isBefore(now.plus(skew));
    }

    private static OAuth2TokenValidatorResult namesASessionOrAUser(Jwt token) {
        Object name = token.getClaims().get(token.hasClaim("sid") ? "sid" : "sub");
        return name instanceof String text && !text.isBlank()
                ? OAuth2TokenValidatorResult.success()
                : refused("It names neither a session nor a user");
    }

    private static OAuth2TokenValidatorResult refused(String reason) {
        return OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_request", reason, null));
    }
}
