package ft.transcendence.matches.rating;

import ft.transcendence.subgraph.statement.IdParameter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads how ratings developed, for charts: the time is divided into equal pieces, and each piece in which the rating
 * changed contributes its last change. So a chart has a limited number of points for any number of matches.
 */
@Repository
class RatingHistory {

    /** Without a beginning, a player's chart begins with their first change. */
    private static final String POINTS = """
            SELECT DISTINCT ON (user_id, piece) user_id, occurred_at, after_value, after_deviation, after_matches
            FROM (
                SELECT *, least(:points - 1, floor(:points * extract(epoch FROM occurred_at - begin)
                    / nullif(extract(epoch FROM :now - begin), 0))) AS piece
                FROM (
                    SELECT *, coalesce(CAST(:since AS timestamptz), min(occurred_at) OVER (PARTITION BY user_id)) AS begin
                    FROM rating_change
                    WHERE user_id %s AND mode = :mode AND (CAST(:since AS timestamptz) IS NULL OR occurred_at >= :since)
                ) change
            ) change
            ORDER BY user_id, piece, sequence DESC
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    RatingHistory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Which part of a history to read.
     *
     * @param mode the ladder
     * @param since its beginning; null for the first change
     * @param points the largest number of points
     */
    record Range(Ladder mode, @Nullable Instant since, int points) {}

    /** A rating after a change, as described by the schema's {@code RatingPoint}. */
    record Point(Instant at, double value, double deviation, int ratedMatches) {}

    /** The histories of these players, oldest first. Players whose rating did not change are absent. */
    Map<UUID, List<Point>> of(Collection<UUID> players, Range range) {
        IdParameter wanted = IdParameter.of(players);
        return jdbc.sql(POINTS.formatted(wanted.comparison("players")))
                .param("players", wanted.value())
                .param("mode", range.mode().name())
                .param("points", range.points())
                .param("since", time(range.since()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("now", time(clock.instant()))
                .query(RatingHistory::byPlayer);
    }

    private static Map<UUID, List<Point>> byPlayer(ResultSet rows) throws SQLException {
        Map<UUID, List<Point>> histories = new HashMap<>();
        while (rows.next()) {
            histories
                    .computeIfAbsent(rows.getObject("user_id", UUID.class), player -> new ArrayList<>())
                    .add(new Point(
                            rows.getTimestamp("occurred_at").toInstant(),
                            rows.getDouble("after_value"),
                            rows.getDouble("after_deviation"),
                            rows.getInt("after_matches")));
        }
        return histories;
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
