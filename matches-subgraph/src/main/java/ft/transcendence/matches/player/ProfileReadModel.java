package ft.transcendence.matches.player;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The read model of profiles, kept up to date from events. The highest version wins, in whatever order events arrive.
 */
@Service
class ProfileReadModel {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    ProfileReadModel(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Stores the profile, unless a newer version is stored or the account was deleted. */
    @Transactional
    public void upsert(ProfileUpdated profile) {
        jdbc.sql("""
                        INSERT INTO player (user_id, username, display_name, avatar_url, profile_version)
                        VALUES (:player, :username, :displayName, :avatarUrl, :version)
                        ON CONFLICT (user_id) DO UPDATE SET
                            username = excluded.username,
                            display_name = excluded.display_name,
                            avatar_url = excluded.avatar_url,
                            profile_version = excluded.profile_version
                        WHERE player.erased_at IS NULL
                            AND (player.profile_version IS NULL OR player.profile_version < excluded.profile_version)
                        """)
                .param("player", profile.userId())
                .param("username", profile.username())
                .param("displayName", profile.displayName())
                .param("avatarUrl", profile.avatarUrl())
                .param("version", profile.version())
                .update();
    }

    /** Deletes the player's names for good. Their matches remain, as those of an anonymous player. */
    @Transactional
    public void erase(UUID player, Instant now) {
        jdbc.sql("""
                        INSERT INTO player (user_id, erased_at) VALUES (:player, :now)
                        ON CONFLICT (user_id) DO UPDATE SET username = NULL, display_name = NULL, avatar_url = NULL,
                            erased_at = coalesce(player.erased_at, excluded.erased_at)
                        """)
                .param("player", player)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        events.publishEvent(new PlayerErased(player));
    }
}
