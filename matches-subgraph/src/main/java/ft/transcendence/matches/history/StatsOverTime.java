package ft.transcendence.matches.history;

import ft.transcendence.matches.match.MatchIds;
import ft.transcendence.matches.match.MatchMode;
import ft.transcendence.subgraph.error.ClientException;
import ft.transcendence.subgraph.statement.IdParameter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts players' matches by day, week or month, for charts. A match counts when it ended. */
@Repository
class StatsOverTime {

    static final int MAXIMUM_INTERVALS = 200;

    /** No match lives so long. Ids contain the time of creation, which lets PostgreSQL use the index on them. */
    private static final Duration LONGEST_MATCH = Duration.ofDays(1);

    private static final String BUCKETS = """
            SELECT counted.*, rating.after_value AS rating
            FROM (
                SELECT part.user_id, date_trunc('%1$s', match.ended_at, 'UTC') AS begin,
                    count(*) FILTER (WHERE part.outcome = 'WIN') AS wins, count(*) FILTER (WHERE part.outcome = 'LOSS') AS losses,
                    sum(CASE part.team WHEN 'ONE' THEN score_one ELSE score_two END) AS points_for,
                    sum(CASE part.team WHEN 'ONE' THEN score_two ELSE score_one END) AS points_against
                FROM match_player part JOIN match ON match.id = part.match_id
                WHERE part.user_id %2$s AND part.match_id >= :lowestId AND part.match_id < :beyondId
                    AND match.mode = :mode AND match.status = 'COMPLETED' AND NOT match.doubtful
                    AND match.ended_at >= :since AND match.ended_at < :before
                GROUP BY part.user_id, begin
            ) counted
            LEFT JOIN LATERAL (
                SELECT after_value FROM rating_change
                WHERE rating_change.user_id = counted.user_id AND mode = :mode
                    AND occurred_at < least(:before, date_add(counted.begin, INTERVAL '1 %1$s', 'UTC'))
                ORDER BY occurred_at DESC, sequence DESC LIMIT 1
            ) rating ON true
            ORDER BY begin
            """;

    private final JdbcClient jdbc;

    StatsOverTime(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which matches to count, and by which intervals. */
    record Range(MatchMode mode, Instant since, Instant before, StatsInterval interval) {

        Range {
            if (!since.isBefore(before)) {
                throw ClientException.badInput("since must be earlier than before.");
            }
            long days = Duration.between(since, before).toDays();
            if (days / interval.shortestDays() >= MAXIMUM_INTERVALS) {
                throw ClientException.badInput(
                        "There may be at most " + MAXIMUM_INTERVALS + " intervals from since to before.");
            }
        }
    }

    /**
     * The matches of an interval, as described by the schema's {@code StatsBucket}.
     *
     * @param rating the rating at its end; null if there was none yet
     */
    record Bucket(
            Instant startsAt,
            int played,
            int wins,
            int losses,
            int pointsFor,
            int pointsAgainst,
            @Nullable Double rating) {}

    /** The intervals in which these players' matches ended, oldest first. Players without any are absent. */
    Map<UUID, List<Bucket>> of(Collection<UUID> players, Range range) {
        IdParameter wanted = IdParameter.of(players);
        return jdbc.sql(BUCKETS.formatted(
                        range.interval().name().toLowerCase(Locale.ROOT), wanted.comparison("players")))
                .param("players", wanted.value())
                .param("mode", range.mode().name())
                .param("lowestId", MatchIds.lowest(range.since().minus(LONGEST_MATCH)))
                .param("beyondId", MatchIds.lowest(range.before()))
                .param("since", time(range.since()))
                .param("before", time(range.before()))
                .query(StatsOverTime::byPlayer);
    }

    private static Map<UUID, List<Bucket>> byPlayer(ResultSet rows) throws SQLException {
        Map<UUID, List<Bucket>> buckets = new HashMap<>();
        while (rows.next()) {
            int wins = rows.getInt("wins");
            int losses = rows.getInt("losses");
            buckets.computeIfAbsent(rows.getObject("user_id", UUID.class), player -> new ArrayList<>())
                    .add(new Bucket(
                            rows.getTimestamp("begin").toInstant(),
                            wins + losses,
                            wins,
                            losses,
                            rows.getInt("points_for"),
                            rows.getInt("points_against"),
                            rows.getObject("rating", Double.class)));
        }
        return buckets;
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
