package ft.transcendence.matches.tournament;

import ft.transcendence.subgraph.statement.IdParameter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores tournaments, without their entrants and pairings. */
@Repository
class TournamentStore {

    static final String SELECT = """
            SELECT tournament.id, organizer, name, format, access, max_players, tournament.status, created_at, starts_at, due_at,
                started_at, ended_at, version
            FROM tournament
            """;

    private final JdbcClient jdbc;

    TournamentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Tournament created) {
        jdbc.sql("""
                        INSERT INTO tournament (id, organizer, name, format, access, max_players, status, created_at, starts_at,
                            due_at, version)
                        VALUES (:id, :organizer, :name, :format, :access, :maxPlayers, :status, :createdAt, :startsAt, :dueAt,
                            :version)
                        """)
                .param("id", created.id())
                .param("organizer", created.organizerId())
                .param("name", created.name())
                .param("format", created.format().name())
                .param("access", created.access().name())
                .param("maxPlayers", created.maxPlayers())
                .param("status", created.status().name())
                .param("createdAt", at(created.createdAt()))
                .param("startsAt", at(created.startsAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("dueAt", at(created.dueAt()))
                .param("version", created.version())
                .update();
    }

    /** Stores a changed tournament, whose lock the caller holds. */
    void update(Tournament changed) {
        jdbc.sql("""
                        UPDATE tournament SET status = :status, started_at = :startedAt, ended_at = :endedAt, version = :version
                        WHERE id = :id
                        """)
                .param("id", changed.id())
                .param("status", changed.status().name())
                .param("startedAt", at(changed.startedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("endedAt", at(changed.endedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("version", changed.version())
                .update();
    }

    /** Locks a tournament until the transaction ends, so that concurrent changes see each other. */
    Optional<Tournament> lock(UUID id) {
        return jdbc.sql(SELECT + "WHERE id = ? FOR UPDATE")
                .param(id)
                .query(TournamentStore::read)
                .optional();
    }

    List<Tournament> find(Collection<UUID> ids) {
        IdParameter wanted = IdParameter.of(ids);
        return jdbc.sql(SELECT + "WHERE id " + wanted.comparison("ids"))
                .param("ids", wanted.value())
                .query(TournamentStore::read)
                .list();
    }

    /** The organizer's open tournament of this name. */
    Optional<Tournament> findOpen(UUID organizer, String name) {
        return jdbc.sql(SELECT + "WHERE organizer = ? AND lower(name) = lower(?) AND status = 'OPEN'")
                .params(organizer, name)
                .query(TournamentStore::read)
                .optional();
    }

    /** How many tournaments a player organizes that have not ended, and how many they created since then. */
    Organized organized(UUID organizer, Instant since) {
        return jdbc.sql("""
                        SELECT count(*) FILTER (WHERE ended_at IS NULL) open, count(*) FILTER (WHERE created_at > :since) lately
                        FROM tournament WHERE organizer = :organizer
                        """)
                .param("organizer", organizer)
                .param("since", at(since))
                .query((row, number) -> new Organized(row.getInt("open"), row.getInt("lately")))
                .single();
    }

    record Organized(int open, int lately) {}

    /** The open tournaments that are to start or to expire. */
    List<UUID> due(Instant now, int limit) {
        return ids(jdbc.sql(
                        "SELECT id FROM tournament WHERE status = 'OPEN' AND due_at <= :now ORDER BY due_at LIMIT :limit")
                .param("now", at(now))
                .param("limit", limit));
    }

    /** The open tournaments that one of the two organizes and the other is in, in the order in which they are locked. */
    List<UUID> openBetween(UUID one, UUID other) {
        return ids(jdbc.sql("""
                        SELECT id FROM tournament JOIN tournament_entrant ON tournament_id = id
                        WHERE tournament.status = 'OPEN'
                            AND (organizer = :one AND user_id = :other OR organizer = :other AND user_id = :one)
                        ORDER BY id
                        """).param("one", one).param("other", other));
    }

    /** The tournaments that have not ended and that a player organizes or is in, in the order in which they are locked. */
    List<UUID> notEndedOf(UUID player) {
        return ids(jdbc.sql("""
                        SELECT id FROM tournament WHERE organizer = :player AND ended_at IS NULL
                        UNION SELECT tournament_id FROM tournament_entrant WHERE user_id = :player AND open
                        ORDER BY 1
                        """).param("player", player));
    }

    /** Replaces the names that a player gave to tournaments, none of which is open any more. */
    void eraseNames(UUID organizer) {
        jdbc.sql("UPDATE tournament SET name = 'Tournament', version = version + 1 WHERE organizer = ?")
                .param(organizer)
                .update();
    }

    int deleteNeverStarted(Instant before, int limit) {
        return jdbc.sql("""
                        DELETE FROM tournament WHERE id IN (
                            SELECT id FROM tournament WHERE status IN ('CANCELLED', 'EXPIRED') AND ended_at < :before
                                AND started_at IS NULL
                            ORDER BY ended_at LIMIT :limit FOR UPDATE SKIP LOCKED
                        )
                        """).param("before", at(before)).param("limit", limit).update();
    }

    private static List<UUID> ids(JdbcClient.StatementSpec statement) {
        return statement.query((row, number) -> row.getObject(1, UUID.class)).list();
    }

    static Tournament read(ResultSet row, int number) throws SQLException {
        return new Tournament(
                row.getObject("id", UUID.class),
                row.getObject("organizer", UUID.class),
                row.getString("name"),
                TournamentFormat.valueOf(row.getString("format")),
                TournamentAccess.valueOf(row.getString("access")),
                row.getInt("max_players"),
                TournamentStatus.valueOf(row.getString("status")),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("starts_at")),
                row.getTimestamp("due_at").toInstant(),
                instant(row.getTimestamp("started_at")),
                instant(row.getTimestamp("ended_at")),
                row.getLong("version"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
