package ft.transcendence.matches.player;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The copies of profiles, each as new as the newest announcement of it that arrived, in whatever order they did. */
@Service
class ProfileReadModel {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    ProfileReadModel(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Keeps the profile unless a newer one is known or the account was deleted. */
    @Transactional
    public void upsert(ProfileUpdated profile) {
        jdbc.sql("""
                        insert into player (user_id, username, display_name, avatar_url, profile_version)
                        values (:player, :username, :displayName, :avatarUrl, :version)
                        on conflict (user_id) do update set
                            username = excluded.username,
                            display_name = excluded.display_name,
                            avatar_url = excluded.avatar_url,
                            profile_version = excluded.profile_version
                        where player.erased_at is null
                            and (player.profile_version is null or player.profile_version < excluded.profile_version)
                        """)
                .param("player", profile.userId())
                .param("username", profile.username())
                .param("displayName", profile.displayName())
                .param("avatarUrl", profile.avatarUrl())
                .param("version", profile.version())
                .update();
    }

    /** Forgets who the player was. Their matches stay, as those of an anonymous player; the id never comes back. */
    @Transactional
    public void erase(UUID player, Instant now) {
        jdbc.sql("""
                        insert into player (user_id, erased_at) values (:player, :now)
                        on conflict (user_id) do update set username = null, display_name = null, avatar_url = null,
                            erased_at = coalesce(player.erased_at, excluded.erased_at)
                        """)
                .param("player", player)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        events.publishEvent(new PlayerErased(player));
    }
}
