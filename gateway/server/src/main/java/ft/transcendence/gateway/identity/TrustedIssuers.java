package ft.transcendence.gateway.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.BadJwtException;

/**
 * The issuers whose tokens are accepted. A token goes to the one that it names, before it is verified: that claim only selects among
 * configured issuers, whose own rules then require it.
 */
final class TrustedIssuers {
    private final Map<String, TrustedIssuer> issuers;

    TrustedIssuers(Collection<TrustedIssuer> issuers) {
        // two with the same name would make the order decide whose rules hold
        this.issuers =
                issuers.stream().collect(Collectors.toUnmodifiableMap(TrustedIssuer::issuer, Function.identity()));
    }

    CallerIdentity callerOf(String token) {
        String named = issuerOf(token);
        TrustedIssuer issuer = named == null ? null : issuers.get(named);
        if (issuer == null) {
            throw new BadJwtException("The token is of no trusted issuer");
        }
        return issuer.callerOf(token);
    }

    private static @Nullable String issuerOf(String token) {
        try {
            // null for an encrypted token
            JWTClaimsSet claims = JWTParser.parse(token).getJWTClaimsSet();
            return claims == null ? null : claims.getIssuer();
        } catch (ParseException | IllegalArgumentException e) {
            throw new BadJwtException("The token is malformed", e);
        }
    }
}
