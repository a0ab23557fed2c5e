package ft.transcendence.subgraph.security;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;

/** Converts a verified token to a {@link Caller}. */
final class CallerConverter implements Converter<Jwt, AbstractAuthenticationToken> {

    private final Set<String> passwordClients;

    CallerConverter(TokenProperties properties) {
        this.passwordClients = properties.passwordClients();
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        String authorizedParty = Objects.requireNonNull(token.getClaimAsString("azp"));
        return new CallerAuthentication(new Caller(
                UUID.fromString(token.getSubject()),
                realmRoles(token),
                authorizedParty,
                loggedInAt(token, authorizedParty),
                token));
    }

    /** Keycloak sets no login time on tokens from the password grant. */
    private @Nullable Instant loggedInAt(Jwt token, String authorizedParty) {
        Instant loggedInAt = token.getClaimAsInstant("auth_time");
        return loggedInAt == null && passwordClients.contains(authorizedParty) ? token.getIssuedAt() : loggedInAt;
    }

    private static Set<String> realmRoles(Jwt token) {
        Map<String, Object> realmAccess = token.getClaimAsMap("realm_access");
        return realmAccess != null && realmAccess.get("roles") instanceof Collection<?> roles
                ? roles.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }
}
