package ft.transcendence.subgraph.outbox;

import ft.transcendence.subgraph.tracing.Tracing;
import io.namastack.outbox.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The transactional outbox: an event is stored in the transaction of the change it describes, so that either both
 * happen or neither. A background worker sends it to Kafka, in order per key, and retries for as long as the broker is
 * down.
 *
 * <p>The order is that of scheduling: lock the aggregate's row, or write it, before calling {@link #schedule}.
 */
public class EventOutbox {

    private final Outbox outbox;
    private final JsonMapper json;
    private final JdbcClient jdbc;
    private final Tracing tracing;

    EventOutbox(Outbox outbox, JsonMapper json, JdbcClient jdbc, Tracing tracing) {
        this.outbox = outbox;
        this.json = json;
        this.jdbc = jdbc;
        this.tracing = tracing;
    }

    /**
     * Schedules the event, which is sent after the current transaction was committed.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void schedule(OutgoingEvent event) {
        Object data = event.data();
        StoredEvent stored = new StoredEvent(
                event.topic(),
                event.key(),
                event.id().toString(),
                event.type(),
                event.source().toString(),
                event.time().toString(),
                data == null ? null : json.writeValueAsString(data),
                tracing.traceParent());
        outbox.schedule(stored, recordKey(event.topic(), event.key()));
    }

    /**
     * Deletes the failed events of a key, such as those of an erased user: they contain personal data and would block
     * the tombstone. Pending events are sent before the tombstone anyway.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void discardFailed(String topic, String key) {
        jdbc.sql("DELETE FROM outbox_record WHERE record_key = :key AND status = 'FAILED'")
                .param("key", recordKey(topic, key))
                .update();
    }

    private static String recordKey(String topic, String key) {
        return topic + "/" + key;
    }
}
