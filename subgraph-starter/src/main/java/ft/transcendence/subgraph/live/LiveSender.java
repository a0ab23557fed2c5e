package ft.transcendence.subgraph.live;

import ft.transcendence.subgraph.outbox.OutgoingEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends live updates to Kafka. It bypasses the outbox, which would cost a row per update. One that is lost in a broker
 * outage is not sent again; the next one replaces it.
 */
public class LiveSender {

    private static final Logger log = LoggerFactory.getLogger(LiveSender.class);

    private final KafkaOperations<String, byte[]> kafka;
    private final JsonMapper json;
    private final Clock clock;

    LiveSender(KafkaOperations<String, byte[]> kafka, JsonMapper json, Clock clock) {
        this.kafka = kafka;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Sends the update. Call it after the commit. Returns at once: sending blocks while the broker is down, and the
     * client must not wait for that.
     *
     * @param key what changed
     * @param type the CloudEvents type with its version
     * @param source the CloudEvents source, such as {@code /users}
     * @param data the object to send as JSON
     */
    public void send(String topic, UUID key, String type, URI source, Object data) {
        OutgoingEvent update =
                new OutgoingEvent(topic, key.toString(), UUID.randomUUID(), type, source, clock.instant(), data);
        Thread.ofVirtual().name("live-update").start(() -> sendNow(update));
    }

    private void sendNow(OutgoingEvent update) {
        try {
            kafka.send(toRecord(update)).whenComplete((sent, failure) -> {
                if (failure != null) {
                    log.debug("Could not publish update {} of {}", update.type(), update.key(), failure);
                }
            });
        } catch (RuntimeException failure) {
            log.debug("Could not publish update {} of {}", update.type(), update.key(), failure);
        }
    }

    private ProducerRecord<String, byte[]> toRecord(OutgoingEvent update) {
        return KafkaMessageFactory.createWriter(update.topic(), update.key())
                .writeBinary(CloudEventBuilder.v1()
                        .withId(update.id().toString())
                        .withType(update.type())
                        .withSource(update.source())
                        .withSubject(update.key())
                        .withTime(update.time().atOffset(ZoneOffset.UTC))
                        .withData("application/json", json.writeValueAsBytes(update.data()))
                        .build());
    }
}
