package ft.transcendence.gateway.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import ft.transcendence.platform.process.settings.SettingProblem;
import ft.transcendence.platform.process.settings.WrongSettingsException;
import java.text.ParseException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.BadJwtException;

/**
 * The issuers whose tokens are accepted. A token goes to the one that it names, before it is verified: that claim only selects among
 * configured issuers, whose own rules then require it.
 */
final class TrustedIssuers {
    private final Map<String, TrustedIssuer> issuers;

    TrustedIssuers(Collection<TrustedIssuer> issuers) {
        Map<String, TrustedIssuer> byName = new HashMap<>();
        for (TrustedIssuer each : issuers) {
            if (byName.put(each.issuer(), each) != null) {
                throw new WrongSettingsException(List.of(SettingProblem.wrong(
                        "gateway.identity.issuers",
                        each.issuer(),
                        "the settings",
                        "must differ from each other, and from the provider that browsers log in with")));
            }
        }
        this.issuers = Map.copyOf(byName);
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
