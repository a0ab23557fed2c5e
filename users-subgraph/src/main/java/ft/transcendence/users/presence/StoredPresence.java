package ft.transcendence.users.presence;

import ft.transcendence.subgraph.statement.IdParameter;
import ft.transcendence.subgraph.stream.OpenStreams.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores signs of life, and derives presence from them. */
@Repository
class StoredPresence {

    /** Of the users in the column {@code %1$s}: whether they play, and whether all their sessions are away; null if there are none. */
    private static final String SIGNS = """
            EXISTS (SELECT FROM playing WHERE playing.user_id = %1$s AND playing_until > :now),
            (SELECT bool_and(away) FROM presence WHERE presence.user_id = %1$s AND seen_at > :seenSince)
            """;

    private final JdbcClient jdbc;
    private final PresenceProperties limits;

    StoredPresence(JdbcClient jdbc, PresenceProperties limits) {
        this.jdbc = jdbc;
        this.limits = limits;
    }

    /**
     * Stores that these sessions are there, unless that was stored a moment ago. A session that returns after a timeout
     * is not away until it says so. Returns the users whose presence may have changed.
     */
    List<UUID> see(Collection<Session> sessions, Instant now) {
        return jdbc.sql("""
                        INSERT INTO presence (user_id, session, seen_at, away)
                        SELECT seen.user_id, seen.session, :now, false
                        FROM unnest(:users, :sessions) AS seen (user_id, session)
                            JOIN profile ON profile.id = seen.user_id AND profile.active
                        WHERE NOT EXISTS (
                            SELECT FROM presence stored
                            WHERE stored.user_id = seen.user_id AND stored.session = seen.session
                                AND stored.seen_at > :writtenSince
                        )
                        ORDER BY seen.user_id, seen.session
                        ON CONFLICT (user_id, session) DO UPDATE
                        SET seen_at = greatest(presence.seen_at, excluded.seen_at),
                            away = presence.away AND presence.seen_at > :seenSince
                        RETURNING user_id, old.seen_at IS NULL OR old.seen_at <= :seenSince
                        """)
                .param("users", sessions.stream().map(Session::user).toArray(UUID[]::new))
                .param("sessions", sessions.stream().map(Session::session).toArray(String[]::new))
                .param("now", at(now))
                .param("seenSince", at(now.minus(limits.timeout())))
                .param("writtenSince", at(now.minus(limits.writeInterval())))
                .query(StoredPresence::changed);
    }

    /** Stores what a session says, unless the same was stored a moment ago. Returns like {@link #see}. */
    List<UUID> report(Session session, boolean away, Instant now) {
        return jdbc.sql("""
                        INSERT INTO presence (user_id, session, seen_at, away)
                        SELECT id, :session, :now, :away FROM profile
                        WHERE id = :user AND active AND NOT EXISTS (
                            SELECT FROM presence stored
                            WHERE stored.user_id = :user AND stored.session = :session
                                AND stored.seen_at > :writtenSince AND stored.away = :away
                        )
                        ON CONFLICT (user_id, session) DO UPDATE
                        SET seen_at = greatest(presence.seen_at, excluded.seen_at), away = excluded.away
                        RETURNING user_id, old.seen_at IS NULL OR old.seen_at <= :seenSince OR old.away <> new.away
                        """)
                .param("user", session.user())
                .param("session", session.session())
                .param("away", away)
                .param("now", at(now))
                .param("seenSince", at(now.minus(limits.timeout())))
                .param("writtenSince", at(now.minus(limits.writeInterval())))
                .query(StoredPresence::changed);
    }

    /**
     * Stores who plays in these matches, or no longer does. Updates of an earlier match, and those of a match that is
     * over, change nothing. Returns the users whose presence may have changed.
     */
    List<UUID> play(Collection<PlayedMatch> played, Instant now) {
        Instant until = now.plus(limits.playingTimeout());
        return jdbc.sql("""
                        INSERT INTO playing (user_id, match_id, playing_until, over)
                        SELECT played.user_id, played.match_id, CASE WHEN played.over THEN :now ELSE :until END, played.over
                        FROM unnest(:users, :matches, :over) AS played (user_id, match_id, over)
                            JOIN profile ON profile.id = played.user_id AND profile.active
                            LEFT JOIN playing before ON before.user_id = played.user_id
                        WHERE before.match_id IS NULL OR before.match_id < played.match_id
                            OR before.match_id = played.match_id AND NOT before.over
                                AND (played.over OR before.playing_until <= :writtenUntil)
                        ORDER BY played.user_id
                        ON CONFLICT (user_id) DO UPDATE
                        SET match_id = excluded.match_id, playing_until = excluded.playing_until, over = excluded.over
                        WHERE playing.match_id < excluded.match_id OR playing.match_id = excluded.match_id AND NOT playing.over
                        RETURNING user_id, coalesce(old.playing_until > :now, false) = new.over
                        """)
                .param("users", played.stream().map(PlayedMatch::user).toArray(UUID[]::new))
                .param("matches", played.stream().map(PlayedMatch::match).toArray(UUID[]::new))
                .param("over", played.stream().map(PlayedMatch::over).toArray(Boolean[]::new))
                .param("now", at(now))
                .param("until", at(until))
                .param("writtenUntil", at(until.minus(limits.writeInterval())))
                .query(StoredPresence::changed);
    }

    /** The presence of each of these users. */
    Map<UUID, Presence> of(Collection<UUID> users, Instant now) {
        IdParameter wanted = IdParameter.of(users);
        return jdbc.sql("SELECT wanted.id, " + SIGNS.formatted("wanted.id") + " FROM " + wanted.table("users"))
                .param("users", wanted.value())
                .param("now", at(now))
                .param("seenSince", at(now.minus(limits.timeout())))
                .query(byUser());
    }

    /** The presence of a user's friends, newest friendships first. */
    Map<UUID, Presence> ofFriends(UUID user, int limit, Instant now) {
        return jdbc.sql("SELECT friend.other, " + SIGNS.formatted("friend.other") + """
                         FROM (
                            SELECT other, since FROM friend_edge WHERE owner = :user AND state = 'FRIENDS'
                            ORDER BY since DESC, other LIMIT :limit
                        ) AS friend ORDER BY since DESC, other
                        """)
                .param("user", user)
                .param("limit", limit)
                .param("now", at(now))
                .param("seenSince", at(now.minus(limits.timeout())))
                .query(byUser());
    }

    void removeAllOf(UUID user) {
        jdbc.sql("DELETE FROM presence WHERE user_id = ?").param(user).update();
        jdbc.sql("DELETE FROM playing WHERE user_id = ?").param(user).update();
    }

    /** Deletes what has no meaning any more: twice the time, for updates that arrive late. */
    void removeExpired(Instant now) {
        jdbc.sql("DELETE FROM presence WHERE seen_at <= ?")
                .param(at(now.minus(limits.timeout().multipliedBy(2))))
                .update();
        jdbc.sql("DELETE FROM playing WHERE playing_until <= ?")
                .param(at(now.minus(limits.playingTimeout().multipliedBy(2))))
                .update();
    }

    private static ResultSetExtractor<Map<UUID, Presence>> byUser() {
        return rows -> {
            Map<UUID, Presence> found = new LinkedHashMap<>();
            while (rows.next()) {
                found.put(rows.getObject(1, UUID.class), presence(rows));
            }
            return found;
        };
    }

    private static Presence presence(ResultSet row) throws SQLException {
        if (row.getBoolean(2)) {
            return Presence.IN_GAME;
        }
        @Nullable Boolean away = row.getObject(3, Boolean.class);
        if (away == null) {
            return Presence.OFFLINE;
        }
        return away ? Presence.AWAY : Presence.ONLINE;
    }

    /** The ids in the first column of the rows whose second column is true. */
    private static List<UUID> changed(ResultSet rows) throws SQLException {
        List<UUID> changed = new ArrayList<>();
        while (rows.next()) {
            if (rows.getBoolean(2)) {
                changed.add(rows.getObject(1, UUID.class));
            }
        }
        return changed;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
