package ft.transcendence.subgraph.inbox;

import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.core.message.Encoding;
import io.cloudevents.core.message.MessageReader;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A CloudEvent received from Kafka.
 *
 * @param topic the topic
 * @param key the id of the aggregate
 * @param id the id, unique within the source
 * @param source the producer
 * @param type the CloudEvents type with its version
 * @param time when it happened, or null if the producer does not say
 * @param data the JSON data, or null for a tombstone
 * @param traceParent of the trace that it is a part of, or null
 */
public record IncomingEvent(
        String topic,
        String key,
        String id,
        String source,
        String type,
        @Nullable Instant time,
        @Nullable JsonNode data,
        @Nullable String traceParent) {

    /**
     * Reads the event from a record.
     *
     * @throws UnreadableEventException if the record is not a CloudEvent with a key and, unless it is a tombstone, JSON
     *     data
     */
    static IncomingEvent of(ConsumerRecord<String, byte[]> record, JsonMapper json) {
        if (record.key() == null) {
            throw new UnreadableEventException("The record has no key", null);
        }
        CloudEvent event = cloudEvent(record);
        OffsetDateTime time = event.getTime();
        return new IncomingEvent(
                record.topic(),
                record.key(),
                event.getId(),
                event.getSource().toString(),
                event.getType(),
                time == null ? null : time.toInstant(),
                body(event, json),
                event.getExtension("traceparent") instanceof String traceParent ? traceParent : null);
    }

    /**
     * The data as an object of this type, which declares only the fields it needs.
     *
     * @throws UnreadableEventException if there is no data, or if it does not fit the type
     */
    public <T> T dataAs(Class<T> type, JsonMapper json) {
        if (data == null) {
            throw new UnreadableEventException("Event " + id + " has no data", null);
        }
        try {
            return json.treeToValue(data, type);
        } catch (JacksonException e) {
            throw new UnreadableEventException("Event " + id + " cannot be read as " + type.getSimpleName(), e);
        }
    }

    private static CloudEvent cloudEvent(ConsumerRecord<String, byte[]> record) {
        try {
            MessageReader reader = KafkaMessageFactory.createReader(record);
            if (reader.getEncoding() != Encoding.BINARY) {
                throw new UnreadableEventException("The record is not a CloudEvent in binary mode", null);
            }
            return reader.toEvent();
        } catch (CloudEventRWException | IllegalStateException e) {
            throw new UnreadableEventException("The record is not a CloudEvent", e);
        }
    }

    private static @Nullable JsonNode body(CloudEvent event, JsonMapper json) {
        CloudEventData data = event.getData();
        if (data == null || data.toBytes().length == 0) {
            return null;
        }
        try {
            return json.readTree(data.toBytes());
        } catch (JacksonException e) {
            throw new UnreadableEventException("Event " + event.getId() + " has no JSON data", e);
        }
    }
}
