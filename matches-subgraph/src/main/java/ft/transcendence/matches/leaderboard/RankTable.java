package ft.transcendence.matches.leaderboard;

import ft.transcendence.matches.rating.Ladder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Caches the values of all ranked players of a ladder in a sorted array (8 bytes per player), so that the rank of any player is a
 * binary search. The cache is reloaded when it is older than {@code matches.leaderboard.rank-age}, or, with so many
 * players that reading them takes long, after {@value #REST} times as long as that took: reloading is never more than a
 * fiftieth of the work of an instance. One thread reloads the cache while others still use the old one.
 */
final class RankTable {

    private static final int REST = 50;

    private final Ladder ladder;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final LeaderboardProperties properties;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Values cached;

    RankTable(Ladder ladder, JdbcClient jdbc, Clock clock, LeaderboardProperties properties) {
        this.ladder = ladder;
        this.jdbc = jdbc;
        this.clock = clock;
        this.properties = properties;
    }

    /**
     * The ranked values at a point in time.
     *
     * @param readAt when they were read
     * @param took how long that took
     * @param ascending the values in ascending order
     */
    record Values(Instant readAt, Duration took, double[] ascending) {

        /** How many values are higher. */
        int better(double value) {
            return ascending.length - notAbove(value);
        }

        /** How many values are equal. */
        int equal(double value) {
            return notAbove(value) - notAbove(Math.nextDown(value));
        }

        private int notAbove(double value) {
            int low = 0;
            int high = ascending.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (ascending[middle] <= value) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }

    /** The cached values, reloaded if they are too old. */
    Values values() {
        Values values = cached;
        if (values != null && isFresh(values)) {
            return values;
        }
        if (values == null || properties.rankAge().isZero()) {
            reading.lock();
        } else if (!reading.tryLock()) {
            return values;
        }
        try {
            Values reloaded = cached;
            if (reloaded != null && isFresh(reloaded)) {
                return reloaded;
            }
            Values read = read();
            cached = read;
            return read;
        } finally {
            reading.unlock();
        }
    }

    private boolean isFresh(Values values) {
        Duration age = properties.rankAge();
        Duration rest = values.took().multipliedBy(REST);
        boolean isReused = !age.isZero();
        return isReused
                && values.readAt().plus(age.compareTo(rest) > 0 ? age : rest).isAfter(clock.instant());
    }

    private Values read() {
        Instant now = clock.instant();
        // no list of boxed numbers, which would take several times the memory
        double[] ascending = jdbc.sql("""
                        SELECT value FROM player_rating
                        WHERE mode = :mode AND certain_until > :now AND NOT hidden ORDER BY value
                        """)
                .param("mode", ladder.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(RankTable::doubles);
        return new Values(now, Duration.between(now, clock.instant()), ascending);
    }

    private static double[] doubles(ResultSet rows) throws SQLException {
        DoubleStream.Builder values = DoubleStream.builder();
        while (rows.next()) {
            values.add(rows.getDouble(1));
        }
        return values.build().toArray();
    }
}
