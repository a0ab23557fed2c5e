package ft.transcendence.matches.rating;

import ft.transcendence.subgraph.statement.IdParameter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Stores ratings: {@code player_rating} contains the current ones, {@code rating_change} every change that led to them.
 * The changes of a player are numbered in the order they happened, since a number is drawn while the player's {@code
 * player_rating} rows are locked.
 */
@Repository
class RatingLedger {

    private static final String RATING_COLUMNS = "user_id, mode, value, deviation, volatility, matches, rated_at";

    private final JdbcClient jdbc;

    RatingLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The current ratings of those of these players who have some, on all ladders. */
    List<CurrentRating> find(Collection<UUID> players, Instant now, RatingRules rules) {
        IdParameter wanted = IdParameter.of(players);
        return jdbc.sql("SELECT " + RATING_COLUMNS + ", certain_until > :now AND NOT hidden ranked"
                        + " FROM player_rating WHERE user_id " + wanted.comparison("players"))
                .param("players", wanted.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> CurrentRating.of(rating(row, number), now, row.getBoolean("ranked"), rules))
                .list();
    }

    /**
     * Locks the players' ratings on all ladders until the transaction ends, always in the same order, and returns those
     * on one ladder. New players get initial ones. The other ladders are locked because matches of all modes change a
     * player's statistics.
     */
    Map<UUID, PlayerRating> lock(Ladder ladder, Collection<UUID> players) {
        Map<UUID, PlayerRating> locked = lockExisting(ladder, players);
        if (locked.size() == Set.copyOf(players).size()) {
            return locked;
        }
        // no deadlock: only one open match can insert a player's first rating
        Rating initial = Rating.INITIAL;
        jdbc.sql("""
                        INSERT INTO player_rating (user_id, mode, value, deviation, volatility, matches)
                        SELECT player, mode, :value, :deviation, :volatility, 0
                        FROM unnest(:players) player CROSS JOIN unnest(:modes) mode ORDER BY player, mode
                        ON CONFLICT (user_id, mode) DO NOTHING
                        """)
                .param("players", array(players))
                .param("modes", Ladder.names())
                .param("value", initial.value())
                .param("deviation", initial.deviation())
                .param("volatility", initial.volatility())
                .update();
        return lockExisting(ladder, players);
    }

    private Map<UUID, PlayerRating> lockExisting(Ladder ladder, Collection<UUID> players) {
        return jdbc
                .sql("SELECT " + RATING_COLUMNS + " FROM player_rating WHERE user_id = ANY (:players)"
                        + " ORDER BY user_id, mode FOR UPDATE")
                .param("players", array(players))
                .query(RatingLedger::rating)
                .list()
                .stream()
                .filter(rating -> rating.ladder() == ladder)
                .collect(Collectors.toMap(PlayerRating::userId, rating -> rating));
    }

    /** Hides a player from all leaderboards for good, whether or not they have a rating yet. */
    void hide(UUID player) {
        lock(Ladder.ONE_VS_ONE, List.of(player));
        jdbc.sql("UPDATE player_rating SET hidden = true WHERE user_id = :player")
                .param("player", player)
                .update();
    }

    /** Stores the changes of a completed match and the players' new ratings. The caller holds their locks. */
    void recordResult(RatedMatch match, List<RatingChange> changes, RatingRules rules) {
        record(LedgerReader.Kind.RESULT, match.endedAt(), match.winners(), changes, rules);
    }

    /** Stores the refund of a match and the players' new ratings. The caller holds their locks. */
    void recordRefund(Instant refundedAt, List<RatingChange> refunds, RatingRules rules) {
        record(LedgerReader.Kind.REFUND, refundedAt, List.of(), refunds, rules);
    }

    /** One statement for the number, the changes and the ratings. */
    private void record(
            LedgerReader.Kind kind,
            Instant occurredAt,
            Collection<UUID> winners,
            List<RatingChange> changes,
            RatingRules rules) {
        jdbc.sql("""
                        WITH step AS MATERIALIZED (SELECT nextval('rating_change_sequence') AS sequence),
                        change AS MATERIALIZED (SELECT * FROM %1$s),
                        rated AS (
                            UPDATE player_rating SET value = after_value, deviation = after_deviation,
                                volatility = after_volatility, matches = after_matches, rated_at = after_rated_at,
                                certain_until = after_certain_until
                            FROM change WHERE player_rating.user_id = change.user_id AND player_rating.mode = change.mode
                        )
                        INSERT INTO rating_change (kind, sequence, occurred_at, won, %2$s)
                        SELECT :kind, step.sequence, :occurredAt,
                            CASE :kind WHEN 'RESULT' THEN change.user_id = ANY (:winners) END, change.*
                        FROM change CROSS JOIN step
                        """.formatted(ChangeRows.TABLE, ChangeRows.COLUMNS))
                .param("kind", kind.name())
                .param("occurredAt", Timestamp.from(occurredAt))
                .param("winners", array(winners))
                .params(ChangeRows.parameters(changes, rules))
                .update();
    }

    /** The rating changes of these matches, in no particular order. */
    List<RatingChange> results(Collection<UUID> matches) {
        IdParameter wanted = IdParameter.of(matches);
        return jdbc.sql("SELECT " + ChangeRows.COLUMNS + " FROM rating_change WHERE kind = 'RESULT' AND match_id "
                        + wanted.comparison("matches"))
                .param("matches", wanted.value())
                .query(RatingLedger::change)
                .list();
    }

    /** The matches that were refunded. */
    Set<UUID> refunded() {
        return Set.copyOf(jdbc.sql("SELECT DISTINCT match_id FROM rating_change WHERE kind = 'REFUND'")
                .query(UUID.class)
                .list());
    }

    /** Passes on all events in the history of ratings, in order. */
    void read(Consumer<RatingReplay.Event> events) {
        LedgerReader.read(jdbc, "rating_change", events);
    }

    /** All stored ratings. */
    List<PlayerRating> all() {
        return jdbc.sql("SELECT " + RATING_COLUMNS + " FROM player_rating")
                .query(RatingLedger::rating)
                .list();
    }

    private static PlayerRating rating(ResultSet row, int number) throws SQLException {
        return new PlayerRating(
                row.getObject("user_id", UUID.class),
                Ladder.valueOf(row.getString("mode")),
                new Rating(row.getDouble("value"), row.getDouble("deviation"), row.getDouble("volatility")),
                row.getInt("matches"),
                instant(row.getTimestamp("rated_at")));
    }

    private static RatingChange change(ResultSet row, int number) throws SQLException {
        return new RatingChange(row.getObject("match_id", UUID.class), side(row, "before"), side(row, "after"));
    }

    private static PlayerRating side(ResultSet row, String side) throws SQLException {
        return new PlayerRating(
                row.getObject("user_id", UUID.class),
                Ladder.valueOf(row.getString("mode")),
                new Rating(
                        row.getDouble(side + "_value"),
                        row.getDouble(side + "_deviation"),
                        row.getDouble(side + "_volatility")),
                row.getInt(side + "_matches"),
                instant(row.getTimestamp(side + "_rated_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static UUID[] array(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }
}
