package ft.transcendence.subgraph.outbox;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event to publish to other subgraphs as a CloudEvent.
 *
 * @param topic the Kafka topic
 * @param key the id of the aggregate; events with the same key are delivered in order
 * @param id the id of the event, by which consumers detect duplicates
 * @param type the CloudEvents type with its version, such as {@code ft.transcendence.match.completed.v1}
 * @param source the CloudEvents source, such as {@code /users}
 * @param time when it happened
 * @param data the object to send as JSON; null for a tombstone, which erases the key from a compacted topic
 */
public record OutgoingEvent(
        String topic,
        String key,
        UUID id,
        String type,
        URI source,
        Instant time,
        @Nullable Object data) {

    public OutgoingEvent {
        Objects.requireNonNull(topic);
        Objects.requireNonNull(key);
        Objects.requireNonNull(id);
        Objects.requireNonNull(type);
        Objects.requireNonNull(source);
        Objects.requireNonNull(time);
    }
}
