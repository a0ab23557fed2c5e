package ft.transcendence.subgraph.inbox;

import ft.transcendence.subgraph.tracing.Tracing;
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
 * The transactional inbox: each event takes effect once. The id of an event is stored in the transaction of its effect.
 * Kafka and the outbox deliver events at least once; an event that is delivered again finds its id and does nothing.
 *
 * <pre>{@code
 * @KafkaListener(topics = "match-completions")
 * void on(ConsumerRecord<String, byte[]> record) {
 *     inbox.receive(record, event -> totals.addResult(event.dataAs(MatchResult.class, json)));
 * }
 * }</pre>
 */
public class EventInbox {

    private static final Logger log = LoggerFactory.getLogger(EventInbox.class);

    /** Longer than records are retained by any topic other than compacted ones, whose events carry versions. */
    private static final Duration RETENTION = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final JsonMapper json;
    private final Clock clock;
    private final Tracing tracing;

    EventInbox(JdbcClient jdbc, TransactionOperations transactions, JsonMapper json, Clock clock, Tracing tracing) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
        this.tracing = tracing;
    }

    /**
     * Runs the effect in a transaction, unless the event was received before.
     *
     * @throws UnreadableEventException if the record is not an event
     */
    public void receive(ConsumerRecord<String, byte[]> record, Consumer<IncomingEvent> effect) {
        IncomingEvent event = IncomingEvent.of(record, json);
        tracing.process(
                event.topic(),
                event.traceParent(),
                () -> transactions.executeWithoutResult(status -> {
                    if (isNew(event)) {
                        effect.accept(event);
                    } else {
                        log.debug("Ignored duplicate event {} of {}", event.id(), event.source());
                    }
                }));
    }

    /** Deletes ids of events that are too old to be delivered again. */
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
