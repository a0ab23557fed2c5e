package ft.transcendence.matches.match;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * Stores matches. JPA inserts new ones; a change locks the match in one statement and stores it in another. {@link
 * MatchHosting} stores what changes for many matches at once, and {@link MatchReader} reads matches for responses.
 */
@Repository
class MatchStore {

    /**
     * Locks the players as well. A statement that has waited for a lock sees the locked rows as the transaction before
     * left them, but all others as of its own start: the players of a match that ended meanwhile would still be open.
     */
    private static final String LOCK = """
            SELECT NULL::uuid, %s, %s
            FROM match
                JOIN match_player seat ON seat.match_id = match.id
                JOIN player ON player.user_id = seat.user_id
            WHERE match.id = :id
            FOR NO KEY UPDATE OF match, seat
            """.formatted(Match.COLUMNS, MatchPlayer.COLUMNS);

    private static final String UPDATE = """
            UPDATE match SET status = :status, finish_reason = :finishReason, score_one = :scoreOne, score_two = :scoreTwo,
                winner = :winner, ready_at = :readyAt, started_at = :startedAt, ended_at = :endedAt,
                last_signal_at = :lastSignalAt, frozen_at = :frozenAt, fell_silent = :fellSilent, doubtful = :doubtful,
                voided_at = :voidedAt, voided_by = CAST(:voidedBy AS uuid), void_reason = :voidReason, version = version + 1
            WHERE id = :id
            """;

    private static final String UPDATE_WITH_PLAYERS = "WITH changed AS (" + UPDATE + """
            )
            UPDATE match_player SET open = ended.open, outcome = ended.outcome
            FROM unnest(:players, :open, :outcomes) AS ended (user_id, open, outcome)
            WHERE match_player.match_id = :id AND match_player.user_id = ended.user_id
            """;

    private final MatchRepository inserted;
    private final JdbcClient jdbc;
    private final LiveScores scores;

    MatchStore(MatchRepository inserted, JdbcClient jdbc, LiveScores scores) {
        this.inserted = inserted;
        this.jdbc = jdbc;
        this.scores = scores;
    }

    /** Stores a new match with its players. */
    Match insert(Match match) {
        return inserted.saveAndFlush(match);
    }

    /** Locks a match until the transaction ends, so that concurrent changes see each other. */
    Optional<Match> lock(UUID id) {
        Optional<Match> locked = jdbc.sql(LOCK).param("id", id).query(MatchReader::matches).stream()
                .map(MatchReader.Found::match)
                .findAny();
        locked.ifPresent(scores::applyTo);
        return locked;
    }

    /** Stores a changed match, whose lock the caller holds. Its players change only when it ends. */
    void update(Match match) {
        changed(UPDATE, match).update();
    }

    /** Stores a match that has ended, and what that means for its players. The caller holds its lock. */
    void updateWithPlayers(Match match) {
        List<MatchPlayer> players = match.players();
        changed(UPDATE_WITH_PLAYERS, match)
                .param("players", players.stream().map(MatchPlayer::userId).toArray(UUID[]::new))
                .param("open", players.stream().map(MatchPlayer::isOpen).toArray(Boolean[]::new))
                .param(
                        "outcomes",
                        players.stream()
                                .<@Nullable String>map(player -> name(player.outcome()))
                                .toArray(String[]::new))
                .update();
    }

    private StatementSpec changed(String update, Match match) {
        return jdbc.sql(update)
                .param("id", match.id())
                .param("status", match.status().name())
                .param("finishReason", name(match.finishReason()), Types.VARCHAR)
                .param("scoreOne", match.score().teamOne())
                .param("scoreTwo", match.score().teamTwo())
                .param("winner", name(match.winner()), Types.VARCHAR)
                .param("readyAt", time(match.readyAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("startedAt", time(match.startedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("endedAt", time(match.endedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("lastSignalAt", match.lastSignalAt().atOffset(ZoneOffset.UTC))
                .param("frozenAt", time(match.frozenAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("fellSilent", match.fellSilent())
                .param("doubtful", match.isDoubtful())
                .param("voidedAt", time(match.voidedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("voidedBy", match.voidedBy().map(UUID::toString).orElse(null), Types.VARCHAR)
                .param("voidReason", match.voidReason().orElse(null), Types.VARCHAR);
    }

    private static @Nullable String name(Optional<? extends Enum<?>> constant) {
        return constant.map(Enum::name).orElse(null);
    }

    private static @Nullable OffsetDateTime time(Optional<Instant> instant) {
        return instant.map(time -> time.atOffset(ZoneOffset.UTC)).orElse(null);
    }
}
