package ft.transcendence.users.profile;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user, as exposed by the schema's type of the same name. Fields that only some callers may see have data fetchers of
 * their own, and so have those that Keycloak knows.
 *
 * @param avatarUrl the picture that the user chose, or the default one
 * @param totalScore the sum of the user's scores in completed matches
 */
public record User(
        UUID id,
        String username,
        String displayName,
        @Nullable String firstName,
        @Nullable String lastName,
        String avatarUrl,
        @Nullable String bio,
        Instant joinedAt,
        boolean active,
        @Nullable String campus,
        boolean via42,
        @Nullable String username42,
        int wins,
        int losses,
        long totalScore) {

    /** Whether the profile already contains this identity at 42. */
    boolean isLinkedWith(FortyTwoIdentity identity) {
        return via42
                && identity.login().equals(username42)
                && (identity.campus() == null || identity.campus().equals(campus));
    }
}
