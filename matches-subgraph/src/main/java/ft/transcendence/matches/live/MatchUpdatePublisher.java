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
 * Publishes committed changes to Kafka. It bypasses the outbox, which would cost a row for every point scored. An
 * update that is lost in a broker outage is not sent again; the next one replaces it.
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

    /** Returns at once: sending blocks while the broker is down, and the game server must not wait for that. */
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
                            log.debug("Could not publish an update of match {}", update.matchId(), failure);
                        }
                    });
        } catch (RuntimeException failure) {
            log.debug("Could not publish an update of match {}", update.matchId(), failure);
        }
    }
}
