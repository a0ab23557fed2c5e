package ft.transcendence.users.profile;

import ft.transcendence.subgraph.error.ClientException;
import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.users.name.NameClaims;
import ft.transcendence.users.name.Usernames;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Creates the profile of a user who logs in for the first time, from the claims of the access token. Concurrent
 * requests create one profile and publish one event: a unique key lets one insert succeed, and only that request
 * publishes.
 */
@Service
class Provisioning {

    private final JdbcClient jdbc;
    private final UserReader users;
    private final ProfileRepository profiles;
    private final NameClaims names;
    private final ProfileEventPublisher events;
    private final Clock clock;

    Provisioning(
            JdbcClient jdbc,
            UserReader users,
            ProfileRepository profiles,
            NameClaims names,
            ProfileEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.users = users;
        this.profiles = profiles;
        this.names = names;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The caller's profile, created if it does not exist.
     *
     * @throws ClientException FORBIDDEN if the token belongs to a service account
     */
    @Transactional
    public User provision(Caller caller) {
        String username = caller.claim("preferred_username");
        if (username == null || caller.hasRole(Caller.GAME_SERVER)) {
            throw ClientException.forbidden("A service account has no profile.");
        }
        boolean created = create(caller, username);
        if (created) {
            events.publishUpdate(profiles.lockById(caller.id()).orElseThrow());
        }
        return users.byId(caller.id()).orElseThrow();
    }

    /**
     * Creates the profile under the first available candidate username. Returns false if a concurrent request created
     * it.
     */
    private boolean create(Caller caller, String preferred) {
        for (String username : Usernames.candidates(preferred, caller.id())) {
            boolean free = names.claim(caller.id(), username);
            if (!free && !Usernames.isGenerated(username, caller.id())) {
                continue;
            }
            if (insert(caller, username)) {
                return true;
            }
            if (!isMissing(caller)) {
                return false;
            }
        }
        throw new IllegalStateException("The generated username is taken by another user");
    }

    /** Updates the user's identity at 42. */
    @Transactional
    public User link(User user, FortyTwoIdentity identity) {
        Profile locked = profiles.lockById(user.id()).orElseThrow();
        if (locked.isActive()) {
            locked.link(identity);
        }
        profiles.saveAndFlush(locked);
        return users.byId(user.id()).orElseThrow();
    }

    private boolean insert(Caller caller, String username) {
        Optional<FortyTwoIdentity> at42 = FortyTwoIdentity.of(caller);
        return jdbc.sql("""
                        INSERT INTO profile (id, version, username, display_name, first_name, last_name, avatar_url,
                                             joined_at, campus, via_42, username_42)
                        VALUES (:id, 0, :username, :displayName, :firstName, :lastName, :avatarUrl,
                                :joinedAt, :campus, :via42, :username42)
                        ON CONFLICT DO NOTHING
                        """)
                        .param("id", caller.id())
                        .param("username", username)
                        // only friends see real names, so the display name must not contain them
                        .param("displayName", username)
                        .param("firstName", TokenName.of(caller, "given_name"))
                        .param("lastName", TokenName.of(caller, "family_name"))
                        .param("avatarUrl", picture(caller))
                        .param("joinedAt", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("campus", at42.map(FortyTwoIdentity::campus).orElse(null))
                        .param("via42", at42.isPresent())
                        .param("username42", at42.map(FortyTwoIdentity::login).orElse(null))
                        .update()
                == 1;
    }

    private boolean isMissing(Caller caller) {
        return users.byId(caller.id()).isEmpty();
    }

    private static @Nullable String picture(Caller caller) {
        return Optional.ofNullable(caller.claim("picture"))
                .flatMap(PictureAddress::of)
                .orElse(null);
    }
}
