package ft.transcendence.matches.challenge;

import ft.transcendence.matches.match.MatchMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores challenges. */
@Repository
class ChallengeStore {

    private static final String SELECT = """
            SELECT id, challenger, challenged, mode, status, created_at, expires_at, changed_at, match_id FROM challenge
            """;

    private static final String OF_PAIR = """
            WHERE least(challenger, challenged) = least(:one, :other)
                AND greatest(challenger, challenged) = greatest(:one, :other)
            """;

    private final JdbcClient jdbc;

    ChallengeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Challenge challenge) {
        jdbc.sql("""
                        INSERT INTO challenge (id, challenger, challenged, mode, status, created_at, expires_at, changed_at)
                        VALUES (:id, :challenger, :challenged, :mode, :status, :createdAt, :expiresAt, :changedAt)
                        """)
                .param("id", challenge.id())
                .param("challenger", challenge.challengerId())
                .param("challenged", challenge.challengedId())
                .param("mode", challenge.mode().name())
                .param("status", challenge.status().name())
                .param("createdAt", at(challenge.createdAt()))
                .param("expiresAt", at(challenge.expiresAt()))
                .param("changedAt", at(challenge.changedAt()))
                .update();
    }

    /** Stores the status of a challenge, whose lock the caller holds. */
    void update(Challenge challenge) {
        jdbc.sql("""
                        UPDATE challenge SET status = :status, changed_at = :changedAt, match_id = CAST(:match AS uuid)
                        WHERE id = :id
                        """)
                .param("id", challenge.id())
                .param("status", challenge.status().name())
                .param("changedAt", at(challenge.changedAt()))
                .param(
                        "match",
                        Optional.ofNullable(challenge.matchId())
                                .map(UUID::toString)
                                .orElse(null),
                        Types.VARCHAR)
                .update();
    }

    Optional<Challenge> find(UUID id) {
        return jdbc.sql(SELECT + "WHERE id = ?")
                .param(id)
                .query(ChallengeStore::read)
                .optional();
    }

    Optional<Challenge> lock(UUID id) {
        return jdbc.sql(SELECT + "WHERE id = ? FOR UPDATE")
                .param(id)
                .query(ChallengeStore::read)
                .optional();
    }

    /** The open challenge between two players, locked. */
    Optional<Challenge> lockOpen(UUID one, UUID other) {
        return jdbc.sql(SELECT + OF_PAIR + "AND status = 'PENDING' FOR UPDATE")
                .param("one", one)
                .param("other", other)
                .query(ChallengeStore::read)
                .optional();
    }

    /** The accepted challenge between two players whose match is not over. */
    Optional<Challenge> findPlayed(UUID one, UUID other) {
        return jdbc.sql(SELECT + """
                        WHERE (challenger = :one AND challenged = :other OR challenger = :other AND challenged = :one)
                            AND status = 'ACCEPTED' AND EXISTS (
                                SELECT FROM match_player seat
                                WHERE seat.match_id = challenge.match_id AND seat.user_id = :one AND open
                            )
                        """)
                .param("one", one)
                .param("other", other)
                .query(ChallengeStore::read)
                .optional();
    }

    /** The open challenges of a player, locked. */
    List<Challenge> lockAllOpen(UUID player) {
        return jdbc.sql(SELECT + """
                        WHERE (challenger = :player OR challenged = :player) AND status = 'PENDING' ORDER BY id FOR UPDATE
                        """)
                .param("player", player)
                .query(ChallengeStore::read)
                .list();
    }

    /** Some open challenges that have expired, locked. Skips those that someone else changes. */
    List<Challenge> lockDue(Instant now, int limit) {
        return jdbc.sql(SELECT + """
                        WHERE status = 'PENDING' AND expires_at <= :now ORDER BY expires_at
                        LIMIT :limit FOR UPDATE SKIP LOCKED
                        """)
                .param("now", at(now))
                .param("limit", limit)
                .query(ChallengeStore::read)
                .list();
    }

    int countSent(UUID challenger, Instant since) {
        return jdbc.sql("SELECT count(*) FROM challenge WHERE challenger = ? AND created_at > ?")
                .params(challenger, at(since))
                .query(Integer.class)
                .single();
    }

    /** The challenges of a player that are open, or changed since then, newest first. */
    List<Challenge> list(UUID player, Instant now, Instant changedSince, int limit) {
        return jdbc.sql(SELECT + """
                        WHERE (challenger = :player OR challenged = :player)
                            AND (status = 'PENDING' AND expires_at > :now OR changed_at > :changedSince)
                        ORDER BY created_at DESC, id LIMIT :limit
                        """)
                .param("player", player)
                .param("now", at(now))
                .param("changedSince", at(changedSince))
                .param("limit", limit)
                .query(ChallengeStore::read)
                .list();
    }

    int deleteEnded(Instant before, int limit) {
        return jdbc.sql("""
                        DELETE FROM challenge WHERE id IN (
                            SELECT id FROM challenge WHERE status <> 'PENDING' AND changed_at < :before
                            ORDER BY changed_at LIMIT :limit FOR UPDATE SKIP LOCKED
                        )
                        """).param("before", at(before)).param("limit", limit).update();
    }

    private static Challenge read(ResultSet row, int number) throws SQLException {
        return new Challenge(
                row.getObject("id", UUID.class),
                row.getObject("challenger", UUID.class),
                row.getObject("challenged", UUID.class),
                MatchMode.valueOf(row.getString("mode")),
                ChallengeStatus.valueOf(row.getString("status")),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                row.getObject("match_id", UUID.class));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
