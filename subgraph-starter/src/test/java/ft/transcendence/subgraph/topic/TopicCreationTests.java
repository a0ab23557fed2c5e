package ft.transcendence.subgraph.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ft.transcendence.platform.servers.testing.TestServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

class TopicCreationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String TOPIC = "late-" + UUID.randomUUID();
    private static final int PARTITIONS = 4;

    @Test
    void createsTopicsOnceTheBrokerIsAvailable() throws Exception {
        int port = freePort();
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(KafkaAutoConfiguration.class))
                .withUserConfiguration(Topics.class)
                .withPropertyValues(
                        "spring.kafka.bootstrap-servers=127.0.0.1:" + port,
                        "spring.kafka.admin.auto-create=false",
                        "spring.kafka.admin.operation-timeout=1s",
                        "spring.kafka.admin.close-timeout=1s",
                        "spring.kafka.admin.properties.metadata.recovery.strategy=none",
                        "spring.kafka.admin.properties.request.timeout.ms=1000",
                        "spring.kafka.admin.properties.default.api.timeout.ms=1000")
                .run(application -> {
                    assertThat(application).hasNotFailed();
                    try (Admin admin = Admin.create(Map.of(
                            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                            TestServers.kafka().bootstrapServers()))) {
                        assertThat(admin.listTopics().names().get()).doesNotContain(TOPIC);

                        try (ServerSocket broker = forward(port)) {
                            awaitTopic(admin);
                        }

                        assertThat(admin.describeTopics(List.of(TOPIC))
                                        .allTopicNames()
                                        .get()
                                        .values())
                                .singleElement()
                                .extracting(TopicDescription::partitions)
                                .asInstanceOf(InstanceOfAssertFactories.LIST)
                                .hasSize(PARTITIONS);
                    }
                });
    }

    private static void awaitTopic(Admin admin) {
        await().atMost(PATIENCE).until(() -> admin.listTopics().names().get().contains(TOPIC));
    }

    /** Forwards another port to the test broker, and advertises it to clients. */
    private static ServerSocket forward(int port) throws IOException {
        ServerSocket door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        String[] address = TestServers.kafka().bootstrapServers().split(":", 2);
        Thread.ofVirtual().start(() -> {
            while (!door.isClosed()) {
                try {
                    Socket client = door.accept();
                    Socket broker = new Socket(address[0], Integer.parseInt(address[1]));
                    pass(client, broker);
                    pass(broker, client);
                } catch (IOException closed) {
                    return;
                }
            }
        });
        return door;
    }

    private static void pass(Socket from, Socket to) {
        Thread.ofVirtual().start(() -> {
            try (from;
                    to) {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException closed) {
                // the other side closed the connection
            }
        });
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Topics {

        @Bean
        NewTopic late() {
            return new NewTopic(TOPIC, PARTITIONS, (short) 1);
        }

        @Bean
        TopicCreation creation(KafkaAdmin admin) {
            return new TopicCreation(admin, Duration.ofMillis(100));
        }
    }
}
