package ft.transcendence.subgraph.inbox;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.header.Header;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.support.KafkaHeaders;

/**
 * Removes dead letters that were superseded in a compacted topic. Such a topic keeps only the last record of each key.
 * Replaying an older one would replace it, and bring back an erased user for good.
 */
final class SupersededLetterFilter {

    private static final Duration POLL_TIMEOUT = Duration.ofMillis(500);

    private final ConsumerFactory<String, byte[]> consumers;
    private final KafkaAdmin admin;

    SupersededLetterFilter(ConsumerFactory<String, byte[]> consumers, KafkaAdmin admin) {
        this.consumers = consumers;
        this.admin = admin;
    }

    /**
     * The letters that may be replayed: all of them if the topic is not compacted, otherwise those without a later
     * record of the same key.
     */
    List<ConsumerRecord<String, byte[]>> retainCurrent(List<ConsumerRecord<String, byte[]>> letters, String topic) {
        if (letters.isEmpty() || !isCompacted(topic)) {
            return letters;
        }
        Map<String, Long> last = lastOffsets(letters, topic);
        return letters.stream()
                .filter(letter -> offset(letter) >= last.getOrDefault(letter.key(), -1L))
                .toList();
    }

    private boolean isCompacted(String topic) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (Admin client = Admin.create(Map.copyOf(admin.getConfigurationProperties()))) {
            Config settings = Objects.requireNonNull(
                    client.describeConfigs(Set.of(resource)).all().get().get(resource));
            return settings.get(TopicConfig.CLEANUP_POLICY_CONFIG).value().contains(TopicConfig.CLEANUP_POLICY_COMPACT);
        } catch (ExecutionException e) {
            throw new KafkaException("Could not read the configuration of topic " + topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while reading the configuration of topic " + topic, e);
        }
    }

    /** The last offset of each letter's key, starting at the first letter's offset. */
    private Map<String, Long> lastOffsets(List<ConsumerRecord<String, byte[]>> letters, String topic) {
        Set<String> keys = letters.stream().map(ConsumerRecord::key).collect(Collectors.toSet());
        Map<TopicPartition, Long> starts = letters.stream()
                .collect(Collectors.toMap(
                        letter -> new TopicPartition(topic, partition(letter)),
                        SupersededLetterFilter::offset,
                        Math::min));
        Map<String, Long> last = new HashMap<>();
        try (Consumer<String, byte[]> consumer = consumers.createConsumer(null, null, "last-words")) {
            consumer.assign(starts.keySet());
            Map<TopicPartition, Long> ends = consumer.endOffsets(starts.keySet());
            starts.forEach(consumer::seek);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL_TIMEOUT)) {
                    if (keys.contains(record.key())) {
                        last.put(record.key(), record.offset());
                    }
                }
            }
        }
        return last;
    }

    private static int partition(ConsumerRecord<String, byte[]> letter) {
        return (int) number(letter, KafkaHeaders.DLT_ORIGINAL_PARTITION, ByteBuffer::getInt);
    }

    private static long offset(ConsumerRecord<String, byte[]> letter) {
        return number(letter, KafkaHeaders.DLT_ORIGINAL_OFFSET, ByteBuffer::getLong);
    }

    private static long number(ConsumerRecord<String, byte[]> letter, String name, ToLongFunction<ByteBuffer> reading) {
        Header header = letter.headers().lastHeader(name);
        if (header == null) {
            throw new KafkaException("A dead letter lacks the headers with its origin");
        }
        return reading.applyAsLong(ByteBuffer.wrap(header.value()));
    }
}
