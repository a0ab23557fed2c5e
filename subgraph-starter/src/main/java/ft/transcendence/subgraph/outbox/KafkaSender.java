package ft.transcendence.subgraph.outbox;

import ft.transcendence.subgraph.tracing.Tracing;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.namastack.outbox.handler.OutboxRecordMetadata;
import io.namastack.outbox.handler.OutboxTypedHandler;
import io.namastack.outbox.retry.OutboxRetryAware;
import io.namastack.outbox.retry.OutboxRetryPolicy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaOperations;

/** Sends a stored event as a CloudEvent in binary mode, and waits for the broker's acknowledgement. */
class KafkaSender implements OutboxTypedHandler<StoredEvent>, OutboxRetryAware {

    private static final long ACK_TIMEOUT_SECONDS = 15;

    private final KafkaOperations<String, byte[]> kafka;
    private final SendRetryPolicy retryPolicy;
    private final Tracing tracing;

    KafkaSender(KafkaOperations<String, byte[]> kafka, SendRetryPolicy retryPolicy, Tracing tracing) {
        this.kafka = kafka;
        this.retryPolicy = retryPolicy;
        this.tracing = tracing;
    }

    @Override
    public OutboxRetryPolicy getRetryPolicy() {
        return retryPolicy;
    }

    @Override
    public void handle(StoredEvent event, OutboxRecordMetadata metadata) {
        tracing.send(event.topic(), event.traceParent(), () -> send(event));
    }

    private void send(StoredEvent event) {
        try {
            kafka.send(toRecord(event, tracing.traceParent())).get(ACK_TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("Event " + event.id() + " did not reach topic " + event.topic(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while sending event " + event.id(), e);
        }
    }

    /** @param traceParent by which consumers continue the trace; null if there is none */
    static ProducerRecord<String, byte[]> toRecord(StoredEvent event, @Nullable String traceParent) {
        return KafkaMessageFactory.createWriter(event.topic(), event.key())
                .writeBinary(toCloudEvent(event, traceParent));
    }

    private static CloudEvent toCloudEvent(StoredEvent event, @Nullable String traceParent) {
        CloudEventBuilder builder = CloudEventBuilder.v1()
                .withId(event.id())
                .withType(event.type())
                .withSource(URI.create(event.source()))
                .withSubject(event.key())
                .withTime(OffsetDateTime.parse(event.time()));
        if (traceParent != null) {
            // https://github.com/cloudevents/spec/blob/main/cloudevents/extensions/distributed-tracing.md
            builder.withExtension("traceparent", traceParent);
        }
        String data = event.data();
        return (data == null ? builder : builder.withData("application/json", data.getBytes(StandardCharsets.UTF_8)))
                .build();
    }
}
