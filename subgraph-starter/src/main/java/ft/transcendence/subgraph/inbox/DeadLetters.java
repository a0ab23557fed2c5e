package ft.transcendence.subgraph.inbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaOperations;

/**
 * Replays dead letters: events that could not be processed. They are stored in the topic {@code <topic>.dlt} with the
 * cause in the headers {@code kafka_dlt-*}. {@link #replay} sends them to their original topic after the cause was
 * fixed. Events that were processed in the meantime are ignored by the inbox.
 */
public class DeadLetters {

    /** The suffix of dead letter topics. */
    public static final String SUFFIX = ".dlt";

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
    private static final String CAUSE_PREFIX = "kafka_dlt-";
    private static final Duration POLL_TIMEOUT = Duration.ofMillis(500);
    private static final long ACK_TIMEOUT_SECONDS = 15;

    private final ConsumerFactory<String, byte[]> consumers;
    private final KafkaOperations<String, byte[]> kafka;
    private final SupersededLetterFilter supersededLetters;
    private final String application;

    DeadLetters(
            ConsumerFactory<String, byte[]> consumers,
            KafkaOperations<String, byte[]> kafka,
            SupersededLetterFilter supersededLetters,
            String application) {
        this.consumers = consumers;
        this.kafka = kafka;
        this.supersededLetters = supersededLetters;
        this.application = application;
    }

    /**
     * Sends the current dead letters to their original topic. The offset is committed, so consecutive calls do not send
     * a letter twice. Letters superseded in a compacted topic are skipped.
     *
     * @param topic the original topic, without the suffix
     * @return how many letters were sent
     */
    public int replay(String topic) {
        Properties reading = new Properties();
        reading.setProperty(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        reading.setProperty(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        try (Consumer<String, byte[]> consumer =
                consumers.createConsumer(application + "-replay", null, "replay", reading)) {
            return replay(topic, consumer);
        }
    }

    private int replay(String topic, Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic + SUFFIX).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        int sent = 0;
        int overtaken = 0;
        while (isBehind(consumer, partitions, ends)) {
            List<ConsumerRecord<String, byte[]>> letters = new ArrayList<>();
            consumer.poll(POLL_TIMEOUT).forEach(letters::add);
            List<ConsumerRecord<String, byte[]>> again = supersededLetters.retainCurrent(letters, topic);
            again.forEach(letter -> send(topic, letter));
            consumer.commitSync();
            sent += again.size();
            overtaken += letters.size() - again.size();
        }
        log.info("Replayed {} dead letters of {}; {} were superseded", sent, topic, overtaken);
        return sent;
    }

    private static boolean isBehind(
            Consumer<String, byte[]> consumer, Collection<TopicPartition> partitions, Map<TopicPartition, Long> ends) {
        return partitions.stream()
                .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L));
    }

    private void send(String topic, ConsumerRecord<String, byte[]> letter) {
        ProducerRecord<String, byte[]> event = new ProducerRecord<>(topic, letter.key(), letter.value());
        for (Header header : letter.headers()) {
            if (!header.key().startsWith(CAUSE_PREFIX)) {
                event.headers().add(header);
            }
        }
        try {
            kafka.send(event).get(ACK_TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("Could not replay a dead letter of " + topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while sending dead letters of " + topic, e);
        }
    }
}
