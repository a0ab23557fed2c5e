package ft.transcendence.matches.observation;

import ft.transcendence.matches.observation.ObservedTime.Stretch;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Stores what the instances of this service observe. An instance extends its stretch with every check, and begins another
 * one after an interruption, which deletes all that are too old: the table never has more than one row per instance and
 * {@code matches.observation.tolerance}.
 */
@Repository
public class Observations {

    private final JdbcClient jdbc;
    private final ObservationProperties properties;
    private final Clock clock;

    Observations(JdbcClient jdbc, ObservationProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
    }

    /** The time observed until now, by all instances. */
    public ObservedTime read() {
        Instant now = clock.instant();
        Instant horizon = now.minus(properties.kept());
        List<Stretch> stretches = jdbc.sql("SELECT began_at, ended_at FROM observation WHERE ended_at > :horizon")
                .param("horizon", horizon.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Stretch(
                        row.getTimestamp("began_at").toInstant(),
                        row.getTimestamp("ended_at").toInstant()))
                .list();
        return new ObservedTime(now, horizon, stretches);
    }

    /** Begins a stretch, and returns its id. */
    long begin(Instant now) {
        return jdbc.sql("""
                        WITH forgotten AS (DELETE FROM observation WHERE ended_at < :horizon)
                        INSERT INTO observation (began_at, ended_at) VALUES (:now, :now) RETURNING id
                        """)
                .param("horizon", now.minus(properties.kept()).atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** Extends a stretch. Returns false if it was interrupted: by a pause, or by a clock that was set back. */
    boolean extend(long stretch, Instant now) {
        return jdbc.sql("""
                        UPDATE observation SET ended_at = :now
                        WHERE id = :stretch AND ended_at BETWEEN :earliest AND :now
                        """)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("earliest", now.minus(properties.tolerance()).atOffset(ZoneOffset.UTC))
                        .param("stretch", stretch)
                        .update()
                == 1;
    }
}
