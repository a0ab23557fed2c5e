package ft.transcendence.subgraph.outbox;

import io.namastack.outbox.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a change leaves its event: in the same transaction, so that either both happen or neither. A background worker
 * sends it to Kafka, however long the broker is away, and keeps the order of each key.
 *
 * <p>The order rests on the time of scheduling: lock the aggregate's row (or write it) before {@link #schedule}.
 */
public class EventOutbox {

    private final Outbox outbox;
    private final JsonMapper json;
    private final JdbcClient jdbc;

    EventOutbox(Outbox outbox, JsonMapper json, JdbcClient jdbc) {
        this.outbox = outbox;
        this.json = json;
        this.jdbc = jdbc;
    }

    /**
     * Sends the event once the current transaction has committed.
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
                data == null ? null : json.writeValueAsString(data));
        outbox.schedule(stored, recordKey(event.topic(), event.key()));
    }

    /**
     * Forgets the events of a key that were given up, as those of somebody who is erased: they would keep what they tell here, and hold
     * back the tombstone behind them. Events that only wait go out before it.
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
