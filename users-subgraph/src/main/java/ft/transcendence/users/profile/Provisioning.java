package ft.transcendence.users.profile;

import ft.transcendence.subgraph.caller.Caller;
import ft.transcendence.subgraph.error.ClientException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Creates the profile of a user who logs in for the first time, from what the access token says. Any number of calls at
 * the same time create one profile and one event: the database lets one insert through, and only that one tells of it.
 */
@Service
class Provisioning {

    private final JdbcClient jdbc;
    private final UserRepository users;
    private final ProfileEvents events;
    private final Clock clock;

    Provisioning(JdbcClient jdbc, UserRepository users, ProfileEvents events, Clock clock) {
        this.jdbc = jdbc;
        this.users = users;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The caller's profile, created unless somebody was faster.
     *
     * @throws ClientException FORBIDDEN when the token names no user, as a service account's
     */
    @Transactional
    public User provision(Caller caller) {
        String username = caller.claim("preferred_username");
        if (username == null || caller.hasRole(Caller.GAME_SERVER)) {
            throw ClientException.forbidden("A service account has no profile.");
        }
        boolean created = insert(caller, username) || (isMissing(caller) && insert(caller, distinct(username, caller)));
        User user = users.findById(caller.id()).orElseThrow();
        if (created) {
            events.updated(user);
        }
        return user;
    }

    /** Notes who a user is at 42 when an account is linked with it, or when something changed there. */
    @Transactional
    public User link(User user, FortyTwoIdentity identity) {
        User locked = users.lockById(user.getId()).orElseThrow();
        locked.link(identity);
        return users.saveAndFlush(locked);
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
                        .param("displayName", displayName(caller, username))
                        .param("firstName", caller.claim("given_name"))
                        .param("lastName", caller.claim("family_name"))
                        .param("avatarUrl", picture(caller))
                        .param("joinedAt", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("campus", at42.map(FortyTwoIdentity::campus).orElse(null))
                        .param("via42", at42.isPresent())
                        .param("username42", at42.map(FortyTwoIdentity::login).orElse(null))
                        .update()
                == 1;
    }

    private boolean isMissing(Caller caller) {
        return users.findById(caller.id()).isEmpty();
    }

    /** For the rare case that the identity provider gave a name anew which somebody still has here. */
    private static String distinct(String username, Caller caller) {
        return username + "-" + caller.id().toString().substring(0, 8);
    }

    private static String displayName(Caller caller, String username) {
        String name = caller.claim("name");
        if (name != null && !name.isBlank()) {
            return name.strip();
        }
        String joined = Stream.of(caller.claim("given_name"), caller.claim("family_name"))
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .map(String::strip)
                .collect(Collectors.joining(" "));
        return joined.isEmpty() ? username : joined;
    }

    /** A picture is only taken over from where browsers can fetch it safely. */
    private static @Nullable String picture(Caller caller) {
        String picture = caller.claim("picture");
        return picture != null && picture.startsWith("https://") ? picture : null;
    }
}
