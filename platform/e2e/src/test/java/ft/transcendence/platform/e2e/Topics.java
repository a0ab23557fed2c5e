package ft.transcendence.platform.e2e;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The records in all topics of the platform's broker, and how long they are kept. */
final class Topics implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, Object> brokers;
    private final Admin admin;

    Topics(Platform platform) {
        this.brokers = Map.of("bootstrap.servers", "127.0.0.1:" + platform.kafkaPort());
        this.admin = Admin.create(brokers);
    }

    /** The topics that contain these texts in a key, value or header, ignoring case. */
    List<Finding> traces(Collection<String> texts) {
        List<Finding> found = new ArrayList<>();
        for (String topic : get(admin.listTopics().names())) {
            String content = records(topic).stream().map(Topics::asText).collect(Collectors.joining("\n"));
            texts.stream()
                    .filter(text -> content.contains(text.toLowerCase(Locale.ROOT)))
                    .forEach(text -> found.add(new Finding("topic:" + topic, text)));
        }
        return found;
    }

    /** The last record of a key; null if it is a tombstone. */
    byte @Nullable [] last(String topic, String key) {
        return records(topic).stream()
                .filter(record -> key.equals(record.key()))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .value();
    }

    String setting(String topic, String name) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return Objects.requireNonNull(
                        get(admin.describeConfigs(Set.of(resource)).all()).get(resource))
                .get(name)
                .value();
    }

    void set(String topic, Map<String, String> settings) {
        List<AlterConfigOp> changes = settings.entrySet().stream()
                .map(setting -> new AlterConfigOp(
                        new ConfigEntry(setting.getKey(), setting.getValue()), AlterConfigOp.OpType.SET))
                .toList();
        get(admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic), changes))
                .all());
    }

    /** Sends a record and waits for the broker's acknowledgement. */
    void send(String topic, String key, @Nullable String value, Map<String, String> headers) {
        byte @Nullable [] body = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, body);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(brokers, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(record);
        }
    }

    private List<ConsumerRecord<String, byte[]>> records(String topic) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(brokers, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(records::add);
            }
        }
        return records;
    }

    private static String asText(ConsumerRecord<String, byte[]> record) {
        StringBuilder text = new StringBuilder().append(record.key()).append('\n');
        if (record.value() != null) {
            text.append(new String(record.value(), StandardCharsets.UTF_8)).append('\n');
        }
        for (Header header : record.headers()) {
            text.append(new String(header.value(), StandardCharsets.UTF_8)).append('\n');
        }
        return text.toString().toLowerCase(Locale.ROOT);
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
