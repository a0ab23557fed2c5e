package ft.transcendence.subgraph.security;

import ft.transcendence.subgraph.error.ClientException;
import ft.transcendence.subgraph.error.ErrorCode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * The authenticated user or service account of the current request, from the verified access token.
 *
 * @param id the subject of the token, which is the user's id
 * @param roles realm roles, such as {@code player} or {@code game-server}
 * @param authorizedParty the client the token was issued to
 * @param loggedInAt when the user last logged in, or null for a service account
 * @param token the token, for its other claims
 */
public record Caller(
        UUID id,
        Set<String> roles,
        String authorizedParty,
        @Nullable Instant loggedInAt,
        Jwt token) {

    /** The role of the service account of game servers. */
    public static final String GAME_SERVER = "game-server";

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** The caller of the current request; empty if it is anonymous. */
    public static Optional<Caller> current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication instanceof CallerAuthentication known
                ? Optional.of(known.getPrincipal())
                : Optional.empty();
    }

    /**
     * The caller of the current request.
     *
     * @throws ClientException {@link ErrorCode#UNAUTHENTICATED} if it is anonymous
     */
    public static Caller required() {
        return current().orElseThrow(() -> new ClientException(ErrorCode.UNAUTHENTICATED, "Log in first."));
    }

    public boolean hasRole(String role) {
        return roles.contains(role);
    }

    public boolean is(UUID userId) {
        return id.equals(userId);
    }

    /** The text of a claim; null if the token does not have it. */
    public @Nullable String claim(String name) {
        return token.getClaimAsString(name);
    }

    /** When the user last logged in; empty for a service account. */
    public Optional<Instant> authenticatedAt() {
        return Optional.ofNullable(loggedInAt);
    }
}
