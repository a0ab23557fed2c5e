package ft.transcendence.platform.servers;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.platform.servers.KafkaServer.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("nightly")
class KafkaServerTests {

    private static final TopicPartition TOPIC = new TopicPartition("match-completions", 0);

    @TempDir
    private Path folder;

    @Test
    void keepsRecordsAfterACrash() throws Exception {
        List<Integer> ports = FreePorts.pick(2);
        Settings settings =
                new Settings(folder.resolve("kafka"), folder.resolve("kafka.log"), ports.getFirst(), ports.getLast());
        try (KafkaServer broker = KafkaServer.start(Workspace.locate(), settings)) {
            createTopic(broker);
            send(broker, "first");
            broker.process().kill();
        }

        try (KafkaServer broker = KafkaServer.start(Workspace.locate(), settings)) {
            send(broker, "second");
            assertThat(read(broker)).containsExactly("first", "second");
        }
    }

    private static void createTopic(KafkaServer broker) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC.topic(), 1, (short) 1)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
    }

    private static void send(KafkaServer broker, String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC.topic(), value)).get(30, TimeUnit.SECONDS);
        }
    }

    private static List<String> read(KafkaServer broker) {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(TOPIC));
            consumer.seekToBeginning(List.of(TOPIC));
            List<String> values = new ArrayList<>();
            for (int attempt = 0; attempt < 30 && values.size() < 2; attempt++) {
                consumer.poll(Duration.ofSeconds(1)).forEach(message -> values.add(message.value()));
            }
            return values;
        }
    }
}
