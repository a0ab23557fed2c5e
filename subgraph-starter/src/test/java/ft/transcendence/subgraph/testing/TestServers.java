package ft.transcendence.subgraph.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** One real PostgreSQL and one real Kafka broker for all tests of a run, started when first asked for. */
final class TestServers {

    private TestServers() {}

    static EmbeddedPostgres postgres() {
        return Postgres.INSTANCE;
    }

    static EmbeddedKafkaBroker kafka() {
        return Kafka.INSTANCE;
    }

    private static final class Postgres {
        static final EmbeddedPostgres INSTANCE = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> close(postgres)));
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void close(EmbeddedPostgres postgres) {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Kafka {
        static final EmbeddedKafkaBroker INSTANCE = start();

        private static EmbeddedKafkaBroker start() {
            EmbeddedKafkaBroker kafka = new EmbeddedKafkaKraftBroker(1, 2);
            kafka.brokerProperties(Map.of(
                    "auto.create.topics.enable", "false",
                    "group.initial.rebalance.delay.ms", "0",
                    "offsets.topic.num.partitions", "1"));
            kafka.afterPropertiesSet();
            return kafka;
        }
    }
}
