package ft.transcendence.matches.rating;

import ft.transcendence.subgraph.statement.IdParameter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Stores ratings: {@code player_rating} contains the current ones, {@code rating_change} every change that led to them.
 * The changes of a player are numbered in the order they happened, since a number is drawn while the player's {@code
 * player_rating} row is locked.
 */
@Repository
class RatingLedger {

    private static final String CHANGE_COLUMNS = """
            match_id, user_id,
            before_value, before_deviation, before_volatility, before_matches, before_rated_at,
            after_value, after_deviation, after_volatility, after_matches, after_rated_at
            """;

    private final JdbcClient jdbc;

    RatingLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The current ratings of those of these players who have one. */
    List<CurrentRating> find(Collection<UUID> players, Instant now) {
        IdParameter wanted = IdParameter.of(players);
        return jdbc.sql("""
                        SELECT user_id, value, deviation, volatility, matches, rated_at,
                            certain_until > :now AND NOT hidden ranked
                        FROM player_rating WHERE user_id %s
                        """.formatted(wanted.comparison("players")))
                .param("players", wanted.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> CurrentRating.of(rating(row, number), now, row.getBoolean("ranked")))
                .list();
    }

    /**
     * Locks the players' ratings until the transaction ends, always in the same order. New players get an initial one.
     */
    Map<UUID, PlayerRating> lock(Collection<UUID> players) {
        Map<UUID, PlayerRating> locked = lockExisting(players);
        if (locked.size() == Set.copyOf(players).size()) {
            return locked;
        }
        // no deadlock: only one open match can insert a player's first rating
        Rating initial = Rating.INITIAL;
        jdbc.sql("""
                        INSERT INTO player_rating (user_id, value, deviation, volatility, matches)
                        SELECT player, :value, :deviation, :volatility, 0 FROM unnest(:players) player ORDER BY player
                        ON CONFLICT (user_id) DO NOTHING
                        """)
                .param("players", array(players))
                .param("value", initial.value())
                .param("deviation", initial.deviation())
                .param("volatility", initial.volatility())
                .update();
        return lockExisting(players);
    }

    private Map<UUID, PlayerRating> lockExisting(Collection<UUID> players) {
        return jdbc.sql("""
                        SELECT user_id, value, deviation, volatility, matches, rated_at
                        FROM player_rating WHERE user_id = ANY (:players) ORDER BY user_id FOR UPDATE
                        """).param("players", array(players)).query(RatingLedger::rating).stream()
                .collect(Collectors.toMap(PlayerRating::userId, rating -> rating));
    }

    /** Hides a player from the leaderboard for good, whether or not they have a rating yet. */
    void hide(UUID player) {
        lock(List.of(player));
        jdbc.sql("UPDATE player_rating SET hidden = true WHERE user_id = :player")
                .param("player", player)
                .update();
    }

    /** Stores the changes of a completed match and the players' new ratings. The caller holds their locks. */
    void recordResult(RatedMatch match, List<RatingChange> changes) {
        record(Kind.RESULT, match.endedAt(), changes, change -> match.winners().contains(change.userId()));
    }

    /** Stores the refund of a match and the players' new ratings. The caller holds their locks. */
    void recordRefund(Instant refundedAt, List<RatingChange> refunds) {
        record(Kind.REFUND, refundedAt, refunds, refund -> null);
    }

    /** One statement for the number, the changes and the ratings. */
    private void record(
            Kind kind, Instant occurredAt, List<RatingChange> changes, Function<RatingChange, @Nullable Boolean> won) {
        jdbc.sql("""
                        WITH step AS MATERIALIZED (SELECT nextval('rating_change_sequence') AS sequence),
                        change AS MATERIALIZED (
                            SELECT * FROM unnest(
                                :matches, :players, :won,
                                :beforeValue, :beforeDeviation, :beforeVolatility, :beforeMatches, :beforeRatedAt::timestamptz[],
                                :afterValue, :afterDeviation, :afterVolatility, :afterMatches, :afterRatedAt::timestamptz[],
                                :certainUntil::timestamptz[]
                            ) AS row (
                                match_id, user_id, won,
                                before_value, before_deviation, before_volatility, before_matches, before_rated_at,
                                after_value, after_deviation, after_volatility, after_matches, after_rated_at,
                                certain_until
                            )
                        ),
                        rated AS (
                            UPDATE player_rating SET value = after_value, deviation = after_deviation,
                                volatility = after_volatility, matches = after_matches, rated_at = after_rated_at,
                                certain_until = change.certain_until
                            FROM change WHERE player_rating.user_id = change.user_id
                        )
                        INSERT INTO rating_change (kind, sequence, occurred_at, won, %1$s)
                        SELECT :kind, step.sequence, :occurredAt, change.won, %1$s FROM change CROSS JOIN step
                        """.formatted(CHANGE_COLUMNS))
                .param("kind", kind.name())
                .param("occurredAt", Timestamp.from(occurredAt))
                .param("matches", each(changes, RatingChange::matchId, UUID[]::new))
                .param("players", each(changes, RatingChange::userId, UUID[]::new))
                .param("won", each(changes, won, Boolean[]::new))
                .params(side("before", changes, RatingChange::before))
                .params(side("after", changes, RatingChange::after))
                .param(
                        "certainUntil",
                        each(
                                changes,
                                change -> text(change.after().certainUntil().orElse(null)),
                                String[]::new))
                .update();
    }

    private static Map<String, Object> side(
            String side, List<RatingChange> changes, Function<RatingChange, PlayerRating> rating) {
        List<PlayerRating> ratings = changes.stream().map(rating).toList();
        return Map.of(
                side + "Value", each(ratings, each -> each.rating().value(), Double[]::new),
                side + "Deviation", each(ratings, each -> each.rating().deviation(), Double[]::new),
                side + "Volatility", each(ratings, each -> each.rating().volatility(), Double[]::new),
                side + "Matches", each(ratings, PlayerRating::ratedMatches, Integer[]::new),
                side + "RatedAt", each(ratings, each -> text(each.lastRatedAt()), String[]::new));
    }

    private static <T, V extends @Nullable Object> @Nullable Object[] each(
            List<T> rows, Function<T, V> column, IntFunction<@Nullable Object[]> array) {
        return rows.stream().map(column).toArray(array);
    }

    /** The rating changes of these matches, in no particular order. */
    List<RatingChange> results(Collection<UUID> matches) {
        IdParameter wanted = IdParameter.of(matches);
        return jdbc.sql("SELECT " + CHANGE_COLUMNS + " FROM rating_change WHERE kind = 'RESULT' AND match_id "
                        + wanted.comparison("matches"))
                .param("matches", wanted.value())
                .query(RatingLedger::change)
                .list();
    }

    /** All events in the history of ratings, in order. */
    List<RatingReplay.Event> events() {
        record Row(long sequence, String kind, UUID matchId, Instant occurredAt, UUID userId, boolean won) {}
        List<Row> rows = jdbc.sql("""
                        SELECT sequence, kind, match_id, occurred_at, user_id, coalesce(won, false) won
                        FROM rating_change ORDER BY sequence, user_id
                        """)
                .query((row, number) -> new Row(
                        row.getLong("sequence"),
                        row.getString("kind"),
                        row.getObject("match_id", UUID.class),
                        row.getTimestamp("occurred_at").toInstant(),
                        row.getObject("user_id", UUID.class),
                        row.getBoolean("won")))
                .list();
        List<RatingReplay.Event> events = new ArrayList<>();
        for (int from = 0; from < rows.size(); ) {
            Row first = rows.get(from);
            int to = from;
            while (to < rows.size() && rows.get(to).sequence() == first.sequence()) {
                to++;
            }
            Map<Boolean, List<UUID>> teams = rows.subList(from, to).stream()
                    .collect(Collectors.partitioningBy(Row::won, Collectors.mapping(Row::userId, Collectors.toList())));
            events.add(
                    switch (Kind.valueOf(first.kind())) {
                        case RESULT ->
                            new RatingReplay.Event.Rated(new RatedMatch(
                                    first.matchId(), first.occurredAt(), won(teams, true), won(teams, false)));
                        case REFUND -> new RatingReplay.Event.Refunded(first.matchId());
                    });
            from = to;
        }
        return events;
    }

    /** All stored ratings. */
    List<PlayerRating> all() {
        return jdbc.sql("SELECT user_id, value, deviation, volatility, matches, rated_at FROM player_rating")
                .query(RatingLedger::rating)
                .list();
    }

    private enum Kind {
        RESULT,
        REFUND
    }

    private static List<UUID> won(Map<Boolean, List<UUID>> teams, boolean won) {
        return teams.getOrDefault(won, List.of());
    }

    private static PlayerRating rating(ResultSet row, int number) throws SQLException {
        return new PlayerRating(
                row.getObject("user_id", UUID.class),
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

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static UUID[] array(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }
}
