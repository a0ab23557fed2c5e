package ft.transcendence.matches.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.matches.rating.Ladder;
import ft.transcendence.matches.testing.MatchesTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long ranks are kept. */
@MatchesTest
class RankTableTests {

    private static final LeaderboardProperties FIVE_SECONDS = new LeaderboardProperties(Duration.ofSeconds(5));

    @Autowired
    private JdbcClient jdbc;

    @Test
    void areReadAgainWhenTheyAreTooOld() {
        TickingClock clock = new TickingClock(Duration.ofMillis(1));
        RankTable ranks = new RankTable(Ladder.ONE_VS_ONE, jdbc, clock, FIVE_SECONDS);
        RankTable.Values first = ranks.values();

        clock.pass(Duration.ofSeconds(4));
        assertThat(ranks.values()).isSameAs(first);
        clock.pass(Duration.ofSeconds(1));
        assertThat(ranks.values()).isNotSameAs(first);
    }

    @Test
    void areKeptLongerIfReadingThemTakesLong() {
        TickingClock clock = new TickingClock(Duration.ofSeconds(1));
        RankTable ranks = new RankTable(Ladder.ONE_VS_ONE, jdbc, clock, FIVE_SECONDS);
        RankTable.Values first = ranks.values();

        clock.pass(Duration.ofSeconds(45));
        assertThat(ranks.values()).isSameAs(first);
        clock.pass(Duration.ofSeconds(5));
        assertThat(ranks.values()).isNotSameAs(first);
    }

    /** A clock that moves with every look at it. */
    private static final class TickingClock extends Clock {

        private final Duration tick;
        private Instant now = Instant.parse("2026-01-01T12:00:00Z");

        TickingClock(Duration tick) {
            this.tick = tick;
        }

        void pass(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            now = now.plus(tick);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("Everything here is in UTC");
        }
    }
}
