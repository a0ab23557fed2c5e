package ft.transcendence.matches.rating;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rows behind ratings: {@code player_rating} holds where everybody stands, {@code rating_change} every step that led
 * there. Steps of one player are numbered in the order they happened, since their numbers are drawn while the player's
 * {@code player_rating} row is locked.
 */
@Repository
class RatingLedger {

    private static final String CHANGE_COLUMNS = """
            match_id, user_id,
            before_value, before_deviation, before_volatility, before_matches, before_rated_at,
            after_value, after_deviation, after_volatility, after_matches, after_rated_at
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate template;

    RatingLedger(JdbcClient jdbc, NamedParameterJdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** The stored ratings of those who have one. */
    List<PlayerRating> find(Collection<UUID> players) {
        return jdbc.sql("""
                        select user_id, value, deviation, volatility, matches, rated_at
                        from player_rating where user_id in (:players)
                        """)
                .param("players", players)
                .query(RatingLedger::rating)
                .list();
    }

    /** Locks the players' ratings until the transaction ends, always in the same order; new players get a first one. */
    Map<UUID, PlayerRating> lock(Collection<UUID> players) {
        Rating initial = Rating.INITIAL;
        for (UUID player : players.stream().sorted().toList()) {
            jdbc.sql("""
                            insert into player_rating (user_id, value, deviation, volatility, matches)
                            values (:player, :value, :deviation, :volatility, 0)
                            on conflict (user_id) do nothing
                            """)
                    .param("player", player)
                    .param("value", initial.value())
                    .param("deviation", initial.deviation())
                    .param("volatility", initial.volatility())
                    .update();
        }
        return jdbc.sql("""
                        select user_id, value, deviation, volatility, matches, rated_at
                        from player_rating where user_id in (:players) order by user_id for update
                        """).param("players", players).query(RatingLedger::rating).stream()
                .collect(Collectors.toMap(PlayerRating::userId, rating -> rating));
    }

    /** Keeps a player off the leaderboard, for good, whether or not they have a rating yet. */
    void hide(UUID player) {
        lock(List.of(player));
        jdbc.sql("update player_rating set hidden = true where user_id = :player")
                .param("player", player)
                .update();
    }

    /** Stores what a match did; the caller holds the players' locks. */
    void recordResult(RatedMatch match, List<RatingChange> changes) {
        append(Kind.RESULT, changes, match);
        store(changes.stream().map(RatingChange::after).toList());
    }

    /** Stores that a match was refunded, with the players' ratings after it; the caller holds their locks. */
    void recordRefund(Instant refundedAt, List<RatingChange> refunds) {
        long sequence = nextSequence();
        template.batchUpdate(
                insertion(),
                refunds.stream()
                        .map(refund -> parameters(refund)
                                .addValue("kind", Kind.REFUND.name())
                                .addValue("sequence", sequence)
                                .addValue("won", null)
                                .addValue("occurredAt", Timestamp.from(refundedAt)))
                        .toArray(SqlParameterSource[]::new));
        store(refunds.stream().map(RatingChange::after).toList());
    }

    /** What these matches did to their players' ratings, in no particular order. */
    List<RatingChange> results(Collection<UUID> matches) {
        return jdbc.sql(
                        "select " + CHANGE_COLUMNS
                                + " from rating_change where match_id in (:matches) and kind = 'RESULT' order by match_id, user_id")
                .param("matches", matches)
                .query(RatingLedger::change)
                .list();
    }

    /** Everything that ever happened to ratings, in order. */
    List<RatingReplay.Event> events() {
        record Row(long sequence, String kind, UUID matchId, Instant occurredAt, UUID userId, boolean won) {}
        List<Row> rows = jdbc.sql("""
                        select sequence, kind, match_id, occurred_at, user_id, coalesce(won, false) won
                        from rating_change order by sequence, user_id
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

    /** Every stored rating. */
    List<PlayerRating> all() {
        return jdbc.sql("select user_id, value, deviation, volatility, matches, rated_at from player_rating")
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

    private void append(Kind kind, List<RatingChange> changes, RatedMatch match) {
        long sequence = nextSequence();
        template.batchUpdate(
                insertion(),
                changes.stream()
                        .map(change -> parameters(change)
                                .addValue("kind", kind.name())
                                .addValue("sequence", sequence)
                                .addValue("won", match.winners().contains(change.userId()))
                                .addValue("occurredAt", Timestamp.from(match.endedAt())))
                        .toArray(SqlParameterSource[]::new));
    }

    private long nextSequence() {
        return jdbc.sql("select nextval('rating_change_sequence')")
                .query(Long.class)
                .single();
    }

    private static String insertion() {
        return "insert into rating_change (kind, sequence, won, occurred_at, " + CHANGE_COLUMNS + """
                ) values (:kind, :sequence, :won, :occurredAt, :match, :player,
                :beforeValue, :beforeDeviation, :beforeVolatility, :beforeMatches, :beforeRatedAt,
                :afterValue, :afterDeviation, :afterVolatility, :afterMatches, :afterRatedAt)
                """;
    }

    private void store(List<PlayerRating> ratings) {
        template.batchUpdate(
                """
                update player_rating set value = :value, deviation = :deviation, volatility = :volatility,
                matches = :matches, rated_at = :ratedAt, certain_until = :certainUntil where user_id = :player
                """,
                ratings.stream()
                        .map(rating -> new MapSqlParameterSource("player", rating.userId())
                                .addValue("value", rating.rating().value())
                                .addValue("deviation", rating.rating().deviation())
                                .addValue("volatility", rating.rating().volatility())
                                .addValue("matches", rating.ratedMatches())
                                .addValue("ratedAt", timestamp(rating.lastRatedAt()))
                                .addValue(
                                        "certainUntil",
                                        timestamp(rating.certainUntil().orElse(null))))
                        .toArray(SqlParameterSource[]::new));
    }

    private static MapSqlParameterSource parameters(RatingChange change) {
        PlayerRating before = change.before();
        PlayerRating after = change.after();
        return new MapSqlParameterSource("match", change.matchId())
                .addValue("player", change.userId())
                .addValue("beforeValue", before.rating().value())
                .addValue("beforeDeviation", before.rating().deviation())
                .addValue("beforeVolatility", before.rating().volatility())
                .addValue("beforeMatches", before.ratedMatches())
                .addValue("beforeRatedAt", timestamp(before.lastRatedAt()))
                .addValue("afterValue", after.rating().value())
                .addValue("afterDeviation", after.rating().deviation())
                .addValue("afterVolatility", after.rating().volatility())
                .addValue("afterMatches", after.ratedMatches())
                .addValue("afterRatedAt", timestamp(after.lastRatedAt()));
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

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
