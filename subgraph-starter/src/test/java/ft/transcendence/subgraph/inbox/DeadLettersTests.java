package ft.transcendence.subgraph.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.subgraph.sample.SampleSubgraph;
import ft.transcendence.subgraph.testing.SubgraphTest;
import ft.transcendence.subgraph.testing.TestEnvironment;
import ft.transcendence.subgraph.testing.TestTopic;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.test.context.ContextConfiguration;

@SubgraphTest
@ContextConfiguration(classes = SampleSubgraph.class, initializers = TestEnvironment.class)
class DeadLettersTests {

    @Autowired
    private DeadLetters deadLetters;

    @Autowired
    private KafkaAdmin admin;

    private final String name = "letters-" + UUID.randomUUID();
    private final String key = UUID.randomUUID().toString();
    private final String other = UUID.randomUUID().toString();

    @Test
    void skipLettersSupersededInACompactedTopic() {
        admin.createOrModifyTopics(
                TopicBuilder.name(name).partitions(2).compact().build());
        TestTopic topic = TestTopic.named(name);
        TestTopic letters = TestTopic.named(name + DeadLetters.SUFFIX);
        letters.sendRecord(letterOf(written(topic, key, "old profile")));
        letters.sendRecord(letterOf(written(topic, other, "new profile")));
        written(topic, key, null);

        assertThat(deadLetters.replay(name)).isEqualTo(1);

        assertThat(topic.ofKey(other, 2)).extracting(DeadLettersTests::text).containsOnly("new profile");
        assertThat(topic.ofKey(key, 2)).hasSize(2);
        assertThat(topic.ofKey(key, 2).getLast().value()).isNull();
    }

    @Test
    void areAllReplayedOtherwise() {
        TestTopic topic = TestTopic.named(name);
        TestTopic letters = TestTopic.named(name + DeadLetters.SUFFIX);
        letters.sendRecord(letterOf(written(topic, key, "first")));
        written(topic, key, "second");

        assertThat(deadLetters.replay(name)).isEqualTo(1);
        assertThat(deadLetters.replay(name)).isZero();

        assertThat(topic.ofKey(key, 3)).extracting(DeadLettersTests::text).containsExactly("first", "second", "first");
    }

    private static ConsumerRecord<String, byte[]> written(TestTopic topic, String key, @Nullable String text) {
        byte @Nullable [] value = text == null ? null : text.getBytes(StandardCharsets.UTF_8);
        topic.sendRecord(new ProducerRecord<>(topic.name(), key, value));
        return topic.ofKey(key, 1).getLast();
    }

    private ProducerRecord<String, byte[]> letterOf(ConsumerRecord<String, byte[]> event) {
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(name + DeadLetters.SUFFIX, event.key(), event.value());
        letter.headers()
                .add(
                        KafkaHeaders.DLT_ORIGINAL_PARTITION,
                        ByteBuffer.allocate(4).putInt(event.partition()).array())
                .add(
                        KafkaHeaders.DLT_ORIGINAL_OFFSET,
                        ByteBuffer.allocate(8).putLong(event.offset()).array());
        return letter;
    }

    private static String text(ConsumerRecord<String, byte[]> event) {
        return new String(event.value(), StandardCharsets.UTF_8);
    }
}
