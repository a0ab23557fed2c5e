package ft.transcendence.subgraph.outbox;

import io.namastack.outbox.OutboxPayloadSerializer;
import io.namastack.outbox.OutboxRecord;
import io.namastack.outbox.OutboxRecordRepository;
import io.namastack.outbox.OutboxRecordStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.ClassUtils;

/**
 * A repository of outbox records that tolerates unreadable ones, whose class no longer exists after a rename or
 * rollback or whose payload is corrupt. The library would fail to read all records of that key and retry at once,
 * forever and uncounted. Enough such keys would fill every batch.
 *
 * <p>This class counts the failures in the record's row, with increasing backoff, until the record is marked as failed.
 * Earlier records of the same key are sent, and later ones wait, as behind any failed record. A record is only marked
 * as failed when it is the oldest of its key: the library skips keys whose oldest record has failed, but would overlook
 * a failed one in the middle.
 */
final class PoisonTolerantRecordRepository extends DelegatingRecordRepository {

    private static final Logger log = LoggerFactory.getLogger(PoisonTolerantRecordRepository.class);

    private static final int MAX_REASON_LENGTH = 1000;

    private final OutboxPayloadSerializer serializer;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final SendRetryPolicy retryPolicy;

    PoisonTolerantRecordRepository(
            OutboxRecordRepository records,
            OutboxPayloadSerializer serializer,
            JdbcClient jdbc,
            Clock clock,
            SendRetryPolicy retryPolicy) {
        super(records);
        this.serializer = serializer;
        this.jdbc = jdbc;
        this.clock = clock;
        this.retryPolicy = retryPolicy;
    }

    private record Row(
            String id,
            String key,
            String type,
            String payload,
            @Nullable String context,
            Instant createdAt,
            int failures,
            @Nullable String reason,
            int partition,
            Instant nextRetryAt,
            String handler) {}

    @Override
    public List<OutboxRecord<?>> findIncompleteRecordsByRecordKey(String key) {
        List<Row> rows = rows(key);
        List<OutboxRecord<?>> readable = new ArrayList<>();
        for (Row row : rows) {
            try {
                readable.add(read(row));
            } catch (ClassNotFoundException | LinkageError | RuntimeException unreadable) {
                recordFailure(row, unreadable, readable.isEmpty());
                return readable;
            }
        }
        return readable;
    }

    private List<Row> rows(String key) {
        return jdbc.sql("""
                        SELECT id, record_key, record_type, payload, context, created_at, failure_count, failure_reason,
                            partition_no, next_retry_at, handler_id
                        FROM outbox_record WHERE record_key = :key AND status = 'NEW' ORDER BY created_at
                        """)
                .param("key", key)
                .query((row, number) -> new Row(
                        row.getString("id"),
                        row.getString("record_key"),
                        row.getString("record_type"),
                        row.getString("payload"),
                        row.getString("context"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getInt("failure_count"),
                        row.getString("failure_reason"),
                        row.getInt("partition_no"),
                        row.getObject("next_retry_at", OffsetDateTime.class).toInstant(),
                        row.getString("handler_id")))
                .list();
    }

    @SuppressWarnings("unchecked") // contexts are written as maps of strings
    private OutboxRecord<?> read(Row row) throws ClassNotFoundException {
        Class<?> type = ClassUtils.forName(row.type(), getClass().getClassLoader());
        String context = row.context();
        return OutboxRecord.restore(
                row.id(),
                row.key(),
                serializer.deserialize(row.payload(), type),
                context == null ? Map.of() : serializer.deserialize(context, Map.class),
                row.createdAt(),
                OutboxRecordStatus.NEW,
                null,
                row.failures(),
                null,
                row.reason(),
                row.partition(),
                row.nextRetryAt(),
                row.handler());
    }

    private void recordFailure(Row row, Throwable failure, boolean isOldest) {
        if (!isOldest) {
            return;
        }
        int failures = row.failures() + 1;
        boolean failed = failures >= retryPolicy.maxReadAttempts();
        Duration backoff = retryPolicy.backoffAfter(failures);
        String reason = "The record cannot be read: " + failure;
        jdbc.sql("""
                        UPDATE outbox_record
                        SET failure_count = :failures, failure_reason = :reason, next_retry_at = :next, status = :status
                        WHERE id = :id AND status = 'NEW'
                        """)
                .param("failures", failures)
                .param("reason", reason.substring(0, Math.min(reason.length(), MAX_REASON_LENGTH)))
                .param("next", clock.instant().plus(backoff).atOffset(ZoneOffset.UTC))
                .param("status", failed ? "FAILED" : "NEW")
                .param("id", row.id())
                .update();
        if (failed) {
            log.error("Event {} of {} failed and blocks its key: {}", row.id(), row.key(), reason);
        } else {
            log.warn("Event {} of {} will be retried in {}: {}", row.id(), row.key(), backoff, reason);
        }
    }
}
