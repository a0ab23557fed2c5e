package ft.transcendence.matches.observation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.matches.testing.MatchesTest;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import tools.jackson.databind.json.JsonMapper;

/** What instances observe while they, their database or the gateway come and go. */
@MatchesTest
class ObserverTests {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration TOLERANCE = Duration.ofSeconds(5);
    private static final Duration KEPT = Duration.ofHours(1);
    private static final ObservationProperties SETTINGS =
            new ObservationProperties(null, SECOND, SECOND, TOLERANCE, KEPT);

    @Autowired
    private DataSource database;

    private final SetClock clock = new SetClock();
    private boolean gatewayIsDown;
    private boolean databaseIsDown;
    private Observer observer;

    @BeforeEach
    void start() {
        clear();
        observer = instance();
    }

    @AfterEach
    void clear() {
        JdbcClient.create(database).sql("DELETE FROM observation").update();
    }

    @Test
    void observesEverySecond() {
        Instant begin = clock.instant();
        observe(observer, 30);

        assertThat(observedSince(30)).isEqualTo(begin);
        assertThat(rows()).isOne();
    }

    @Test
    void doesNotObserveARestart() {
        observe(observer, 30);
        Duration restart = Duration.ofMinutes(20);
        clock.pass(restart);
        observe(instance(), 30);

        assertThat(observedSince(40)).isEqualTo(clock.instant().minus(restart).minusSeconds(40));
    }

    @Test
    void doesNotObserveAnOutageOfTheDatabase() {
        observe(observer, 30);
        databaseIsDown = true;
        observe(observer, 300);
        databaseIsDown = false;
        observe(observer, 10);

        assertThat(observedSince(20)).isEqualTo(clock.instant().minusSeconds(300 + 20));
    }

    @Test
    void doesNotObserveAnOutageOfTheGateway() {
        observe(observer, 30);
        gatewayIsDown = true;
        observe(observer, 300);
        gatewayIsDown = false;
        observe(observer, 10);

        assertThat(observedSince(20)).isEqualTo(clock.instant().minusSeconds(300 + 20));
    }

    @Test
    void observesWhileOneOfTwoInstancesIsHealthy() {
        Observer other = instance();
        Instant begin = clock.instant();
        observe(observer, 10);
        for (int second = 0; second < 10; second++) {
            observer.observe();
            observe(other, 1);
        }
        observe(other, 10);

        assertThat(observedSince(30)).isEqualTo(begin);
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void toleratesAPauseButNoInterruption() {
        Instant begin = clock.instant();
        observer.observe();
        clock.pass(TOLERANCE);
        observer.observe();
        assertThat(observedSince(5)).isEqualTo(begin);

        clock.pass(TOLERANCE.plusMillis(1));
        observer.observe();
        assertThat(observedSince(5)).isEqualTo(begin);
    }

    @Test
    void doesNotObserveTimeThatAClockSkips() {
        observe(observer, 30);
        clock.pass(Duration.ofMinutes(30));
        observe(observer, 10);

        assertThat(observedSince(20))
                .isEqualTo(clock.instant().minus(Duration.ofMinutes(30)).minusSeconds(20));
    }

    @Test
    void observesOnAfterAClockWasSetBack() {
        observe(observer, 30);
        clock.pass(Duration.ofMinutes(-10));
        Instant begin = clock.instant();
        observe(observer, 30);

        assertThat(observedSince(30)).isEqualTo(begin);
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void forgetsWhatIsTooOld() {
        for (int restart = 0; restart < 20; restart++) {
            observe(instance(), 10);
            clock.pass(Duration.ofMinutes(10));
        }

        assertThat(rows()).isLessThanOrEqualTo(7);
    }

    /** Observes each second, for this number of seconds, ending with an observation. */
    private void observe(Observer instance, int seconds) {
        instance.observe();
        for (int second = 0; second < seconds; second++) {
            clock.pass(SECOND);
            instance.observe();
        }
    }

    private Instant observedSince(int seconds) {
        return new Observations(JdbcClient.create(database), SETTINGS, clock)
                .read()
                .latestBefore(Duration.ofSeconds(seconds));
    }

    private int rows() {
        return JdbcClient.create(database)
                .sql("SELECT count(*) FROM observation")
                .query(Integer.class)
                .single();
    }

    private Observer instance() {
        return new Observer(new Gateway(), new Observations(JdbcClient.create(new Database()), SETTINGS, clock), clock);
    }

    private final class Gateway extends GatewayProbe {

        Gateway() {
            super(SETTINGS, JsonMapper.shared());
        }

        @Override
        void requireResponse() throws IOException {
            if (gatewayIsDown) {
                throw new IOException("The gateway is down");
            }
        }
    }

    private final class Database extends DelegatingDataSource {

        Database() {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (databaseIsDown) {
                throw new SQLException("The database is down");
            }
            return super.getConnection();
        }
    }

    private static final class SetClock extends Clock {

        private Instant now = Instant.parse("2026-01-01T12:00:00Z");

        void pass(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
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
