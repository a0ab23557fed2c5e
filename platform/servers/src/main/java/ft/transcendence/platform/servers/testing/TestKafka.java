package ft.transcendence.platform.servers.testing;

import ft.transcendence.platform.servers.FreePorts;
import ft.transcendence.platform.servers.KafkaServer;
import ft.transcendence.platform.servers.KafkaServer.Settings;
import java.nio.file.Path;
import java.util.List;
import org.testcontainers.kafka.KafkaContainer;

/** The shared Kafka broker. */
public final class TestKafka {

    private final String backEnd;
    private final String bootstrapServers;

    private TestKafka(String backEnd, String bootstrapServers) {
        this.backEnd = backEnd;
        this.bootstrapServers = bootstrapServers;
    }

    /** The bootstrap address, {@code host:port}. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    @Override
    public String toString() {
        return backEnd;
    }

    static TestKafka embedded() {
        List<Integer> ports = FreePorts.pick(2);
        Path folder = TestServers.folder();
        KafkaServer server = KafkaServer.start(
                TestServers.workspace(),
                new Settings(folder.resolve("kafka"), folder.resolve("kafka.log"), ports.getFirst(), ports.getLast()));
        EmbeddedServers.stopWithJvm(server.process()::kill);
        return new TestKafka("local broker on port " + ports.getFirst(), server.bootstrapServers());
    }

    @SuppressWarnings("resource") // Testcontainers removes it when the JVM ends
    static TestKafka container() {
        KafkaContainer container = new KafkaContainer("apache/kafka-native:4.2.1")
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
        container.start();
        return new TestKafka("container " + container.getDockerImageName(), container.getBootstrapServers());
    }
}
