package ft.transcendence.subgraph.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets each event take effect once. The event's id is written in the transaction of its effect: an event delivered again
 * (Kafka promises at least once, and so does the outbox) finds its id there and does nothing.
 *
 * <pre>{@code
 * @KafkaListener(topics = "match-completions")
 * void on(ConsumerRecord<String, byte[]> record) {
 *     inbox.receive(record, event -> standings.apply(event.dataAs(MatchCompleted.class, json)));
 * }
 * }</pre>
 */
public class EventInbox {

    private static final Logger log = LoggerFactory.getLogger(EventInbox.class);

    /** Longer than any topic keeps a record that could be delivered again, except compacted ones, which carry versions. */
    private static final Duration RETENTION = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final JsonMapper json;
    private final Clock clock;

    EventInbox(JdbcClient jdbc, TransactionOperations transactions, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Runs the effect in a transaction unless the event already had it.
     *
     * @throws UnreadableEventException when the record is no event
     */
    public void receive(ConsumerRecord<String, byte[]> record, Consumer<IncomingEvent> effect) {
        IncomingEvent event = IncomingEvent.of(record, json);
        transactions.executeWithoutResult(status -> {
            if (isNew(event)) {
                effect.accept(event);
            } else {
                log.debug("Event {} of {} came again", event.id(), event.source());
            }
        });
    }

    /** Forgets events too old to be delivered again. */
    void deleteExpired() {
        jdbc.sql("DELETE FROM inbox_event WHERE received_at < ?")
                .param(now().minus(RETENTION))
                .update();
    }

    private boolean isNew(IncomingEvent event) {
        return jdbc.sql("INSERT INTO inbox_event (source, event_id, topic, received_at) VALUES (?, ?, ?, ?)"
                                + " ON CONFLICT DO NOTHING")
                        .params(event.source(), event.id(), event.topic(), now())
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
