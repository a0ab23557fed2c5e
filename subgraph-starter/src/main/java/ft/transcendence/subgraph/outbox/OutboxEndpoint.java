package ft.transcendence.subgraph.outbox;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The operator's commands for events that were given up: {@code GET /actuator/outbox} lists them, {@code POST} has all of them
 * tried again, {@code DELETE /actuator/outbox/<id>} forgets one, so that the later ones of its key go on without it.
 */
@Endpoint(id = "outbox")
class OutboxEndpoint {

    private static final int MAX_LISTED = 100;

    private final JdbcClient jdbc;
    private final Clock clock;

    OutboxEndpoint(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * An event that was given up.
     *
     * @param key its topic and key; later events of both wait
     */
    record FailedEvent(
            String id, String key, int failures, @Nullable String reason, Instant createdAt) {}

    @ReadOperation
    List<FailedEvent> list() {
        return jdbc.sql("""
                        SELECT id, record_key, failure_count, failure_reason, created_at
                        FROM outbox_record WHERE status = 'FAILED' ORDER BY created_at LIMIT :limit
                        """)
                .param("limit", MAX_LISTED)
                .query((row, number) -> new FailedEvent(
                        row.getString("id"),
                        row.getString("record_key"),
                        row.getInt("failure_count"),
                        row.getString("failure_reason"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @WriteOperation
    Map<String, Integer> retry() {
        int retried = jdbc.sql("""
                        UPDATE outbox_record SET status = 'NEW', failure_count = 0, next_retry_at = :now
                        WHERE status = 'FAILED'
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return Map.of("retried", retried);
    }

    @DeleteOperation
    Map<String, Integer> discard(@Selector String id) {
        int discarded = jdbc.sql("DELETE FROM outbox_record WHERE id = :id AND status = 'FAILED'")
                .param("id", id)
                .update();
        return Map.of("discarded", discarded);
    }
}
