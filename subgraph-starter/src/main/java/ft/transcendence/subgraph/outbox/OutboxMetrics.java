package ft.transcendence.subgraph.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Metrics of the outbox: {@code outbox.pending} and {@code outbox.failed} events, and {@code outbox.oldest.age}, the
 * age of the oldest pending event in seconds. A failed event blocks the later ones of its key: alert on it.
 */
class OutboxMetrics implements MeterBinder {

    private final JdbcClient jdbc;

    OutboxMetrics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("outbox.pending", () -> number("SELECT count(*) FROM outbox_record WHERE status = 'NEW'"))
                .description("Events not yet sent to Kafka")
                .register(registry);
        Gauge.builder("outbox.failed", () -> number("SELECT count(*) FROM outbox_record WHERE status = 'FAILED'"))
                .description("Events that failed, each blocking its key")
                .register(registry);
        Gauge.builder(
                        "outbox.oldest.age",
                        () -> number("SELECT coalesce(extract(epoch FROM now() - min(created_at)), 0)"
                                + " FROM outbox_record WHERE status = 'NEW'"))
                .description("Age of the oldest event not yet sent")
                .baseUnit("seconds")
                .register(registry);
    }

    private double number(String sql) {
        return jdbc.sql(sql).query(Double.class).single();
    }
}
