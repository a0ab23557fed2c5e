package ft.transcendence.matches.live;

import ft.transcendence.matches.match.MatchChanged;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells Kafka of changes that were committed. Past the outbox, which would cost a row per point scored for what the next
 * update replaces: an update that is lost with a broker is not sent again.
 */
@Component
class MatchUpdatePublisher {

    private static final Logger log = LoggerFactory.getLogger(MatchUpdatePublisher.class);
    private static final URI SOURCE = URI.create("/matches");

    private final KafkaOperations<String, byte[]> kafka;
    private final JsonMapper json;
    private final Clock clock;

    MatchUpdatePublisher(KafkaOperations<String, byte[]> kafka, JsonMapper json, Clock clock) {
        this.kafka = kafka;
        this.json = json;
        this.clock = clock;
    }

    /** Returns at once: while the broker is away, sending blocks, and the game server shall not wait for that. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(MatchChanged change) {
        Thread.ofVirtual().name("match-update").start(() -> send(MatchUpdated.of(change)));
    }

    private void send(MatchUpdated update) {
        try {
            kafka.send(KafkaMessageFactory.createWriter(
                                    MatchUpdated.TOPIC, update.matchId().toString())
                            .writeBinary(CloudEventBuilder.v1()
                                    .withId(UUID.randomUUID().toString())
                                    .withType(MatchUpdated.TYPE)
                                    .withSource(SOURCE)
                                    .withSubject(update.matchId().toString())
                                    .withTime(clock.instant().atOffset(ZoneOffset.UTC))
                                    .withData("application/json", json.writeValueAsBytes(update))
                                    .build()))
                    .whenComplete((sent, failure) -> {
                        if (failure != null) {
                            log.debug("An update of match {} was lost", update.matchId(), failure);
                        }
                    });
        } catch (RuntimeException failure) {
            log.debug("An update of match {} was lost", update.matchId(), failure);
        }
    }
}
