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
 * The endpoint for operators to handle failed events: {@code GET /actuator/outbox} lists them, {@code POST} retries all
 * of them, and {@code DELETE /actuator/outbox/<id>} discards one, which unblocks the later events of its key.
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
     * An event that could not be sent.
     *
     * @param key the topic and key, whose later events are blocked
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
