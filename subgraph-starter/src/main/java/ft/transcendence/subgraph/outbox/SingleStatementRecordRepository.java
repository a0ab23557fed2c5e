package ft.transcendence.subgraph.outbox;

import io.namastack.outbox.OutboxPayloadSerializer;
import io.namastack.outbox.OutboxRecord;
import io.namastack.outbox.OutboxRecordRepository;
import io.namastack.outbox.OutboxRecordStatus;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A repository of outbox records that does in one statement what happens to every event. The library stores a record by
 * an update of no rows and an insert, deletes a sent one in a transaction of its own, and looks for pending ones, ten
 * times a second, with a parameter for each of its 256 partitions. Everything else is left to it.
 */
final class SingleStatementRecordRepository extends DelegatingRecordRepository {

    private static final String SAVE = """
            INSERT INTO outbox_record (id, status, record_key, record_type, payload, context, created_at, completed_at,
                failure_count, failure_reason, next_retry_at, partition_no, handler_id)
            VALUES (:id, :status, :key, :type, :payload, :context, :createdAt, :completedAt,
                :failures, :reason, :nextRetryAt, :partition, :handler)
            ON CONFLICT (id) DO UPDATE SET status = excluded.status, completed_at = excluded.completed_at,
                failure_count = excluded.failure_count, failure_reason = excluded.failure_reason,
                next_retry_at = excluded.next_retry_at
            """;

    /** With stop on first failure, a key is ready if the oldest of its records is. */
    private static final String READY_KEYS = """
            SELECT record_key FROM outbox_record ready
            WHERE partition_no = ANY (:partitions) AND status = :status AND next_retry_at <= :now
                AND NOT EXISTS (
                    SELECT FROM outbox_record older
                    WHERE older.record_key = ready.record_key AND older.completed_at IS NULL
                        AND older.created_at < ready.created_at
                )
            GROUP BY record_key ORDER BY min(created_at) LIMIT :limit
            """;

    private final OutboxPayloadSerializer serializer;
    private final JdbcClient jdbc;
    private final Clock clock;

    SingleStatementRecordRepository(
            OutboxRecordRepository records, OutboxPayloadSerializer serializer, JdbcClient jdbc, Clock clock) {
        super(records);
        this.serializer = serializer;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public <T> OutboxRecord<T> save(OutboxRecord<T> record) {
        Object payload = Objects.requireNonNull(record.getPayload());
        Map<String, String> context = record.getContext();
        jdbc.sql(SAVE)
                .param("id", record.getId())
                .param("status", record.getStatus().name())
                .param("key", record.getKey())
                .param("type", payload.getClass().getName())
                .param("payload", serializer.serialize(payload))
                .param("context", context.isEmpty() ? null : serializer.serialize(context), Types.VARCHAR)
                .param("createdAt", time(record.getCreatedAt()))
                .param("completedAt", time(record.getCompletedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("failures", record.getFailureCount())
                .param("reason", record.getFailureReason(), Types.VARCHAR)
                .param("nextRetryAt", time(record.getNextRetryAt()))
                .param("partition", record.getPartition())
                .param("handler", record.getHandlerId())
                .update();
        return record;
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    @Override
    public void deleteById(String id) {
        jdbc.sql("DELETE FROM outbox_record WHERE id = :id").param("id", id).update();
    }

    @Override
    public List<String> findRecordKeysInPartitions(
            Set<Integer> partitions,
            OutboxRecordStatus status,
            int batchSize,
            boolean ignoreRecordKeysWithPreviousFailure) {
        if (!ignoreRecordKeysWithPreviousFailure) {
            return super.findRecordKeysInPartitions(partitions, status, batchSize, false);
        }
        return jdbc.sql(READY_KEYS)
                .param("partitions", partitions.toArray(Integer[]::new))
                .param("status", status.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("limit", batchSize)
                .query((row, number) -> row.getString(1))
                .list();
    }
}
