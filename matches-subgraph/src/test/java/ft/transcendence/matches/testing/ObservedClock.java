package ft.transcendence.matches.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Moves the clock while game servers can reach the service, so that their silence counts. */
@TestComponent
public final class ObservedClock {

    private final MovableClock clock;
    private final JdbcClient jdbc;

    ObservedClock(MovableClock clock, JdbcClient jdbc) {
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** Moves the clock forward, and observes that time. */
    public void pass(Duration duration) {
        Instant begin = clock.instant();
        clock.pass(duration);
        jdbc.sql("INSERT INTO observation (began_at, ended_at) VALUES (:begin, :end)")
                .param("begin", begin.atOffset(ZoneOffset.UTC))
                .param("end", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
