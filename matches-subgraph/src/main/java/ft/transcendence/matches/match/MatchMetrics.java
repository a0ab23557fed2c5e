package ft.transcendence.matches.match;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Metrics of matches, counted in an index of open matches: {@code matches.waiting} for a game server, and {@code
 * matches.hosted} by one. If matches keep waiting, there are too few game servers.
 */
@Component
class MatchMetrics implements MeterBinder {

    private final JdbcClient jdbc;

    MatchMetrics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(
                        "matches.waiting",
                        () -> number("SELECT count(*) FROM match WHERE server_id IS NULL AND status = 'CREATED'"))
                .description("Matches that wait for a game server")
                .register(registry);
        Gauge.builder(
                        "matches.hosted",
                        () -> number("SELECT count(*) FROM match"
                                + " WHERE server_id IS NOT NULL AND status IN ('CREATED', 'READY', 'LIVE')"))
                .description("Matches that are not over, and have a game server")
                .register(registry);
    }

    private double number(String sql) {
        return jdbc.sql(sql).query(Double.class).single();
    }
}
