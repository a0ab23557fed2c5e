package ft.transcendence.subgraph.testing;

import ft.transcendence.platform.servers.testing.TestServers;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A topic of the test broker. */
public final class TestTopic {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String name;

    private TestTopic(String name) {
        this.name = name;
    }

    /** The topic of this name, created if it does not exist. */
    public static TestTopic named(String name) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers()))) {
            Set<String> existing = admin.listTopics().names().get();
            if (!existing.contains(name)) {
                admin.createTopics(List.of(new NewTopic(name, 2, (short) 1)))
                        .all()
                        .get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return new TestTopic(name);
    }

    public String name() {
        return name;
    }

    /** Sends a CloudEvent with JSON data and waits for the acknowledgement. */
    public void send(String key, String id, String type, String body) {
        sendRecord(KafkaMessageFactory.createWriter(name, key)
                .writeBinary(CloudEventBuilder.v1()
                        .withId(id)
                        .withType(type)
                        .withSource(URI.create("/test"))
                        .withTime(Instant.now().atOffset(ZoneOffset.UTC))
                        .withData("application/json", body.getBytes(StandardCharsets.UTF_8))
                        .build()));
    }

    /** Sends a record and waits for the acknowledgement. */
    public void sendRecord(ProducerRecord<String, byte[]> record) {
        try {
            Producer.INSTANCE.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * All records with this key in order, as soon as there are at least this many. Fails if they do not arrive in time.
     */
    public List<ConsumerRecord<String, byte[]>> ofKey(String key, int atLeast) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        Instant end = Instant.now().plus(PATIENCE);
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                    .map(info -> new TopicPartition(name, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (found.size() < atLeast || !isReadToItsEnd(consumer)) {
                if (Instant.now().isAfter(end)) {
                    throw new AssertionError(name + " has " + found.size() + " records of " + key);
                }
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (key.equals(record.key())) {
                        found.add(record);
                    }
                });
            }
        }
        return found;
    }

    private static boolean isReadToItsEnd(KafkaConsumer<?, ?> consumer) {
        return consumer.endOffsets(consumer.assignment()).entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private static KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        brokers(),
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private static String brokers() {
        return TestServers.kafka().bootstrapServers();
    }

    private static final class Producer {
        static final KafkaProducer<String, byte[]> INSTANCE = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers()),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}
