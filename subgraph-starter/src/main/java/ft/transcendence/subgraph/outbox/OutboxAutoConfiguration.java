package ft.transcendence.subgraph.outbox;

import io.namastack.outbox.Outbox;
import io.namastack.outbox.config.OutboxCoreInfrastructureAutoConfiguration;
import io.namastack.outbox.config.OutboxCoreProcessingAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The outbox: its way in, its sender and its metrics. */
@AutoConfiguration(
        after = {
            KafkaAutoConfiguration.class,
            JdbcClientAutoConfiguration.class,
            OutboxCoreInfrastructureAutoConfiguration.class
        },
        before = OutboxCoreProcessingAutoConfiguration.class)
class OutboxAutoConfiguration {

    @Bean
    EventOutbox eventOutbox(Outbox outbox, JsonMapper json) {
        return new EventOutbox(outbox, json);
    }

    @Bean
    KafkaSender kafkaSender(KafkaTemplate<String, byte[]> kafka) {
        return new KafkaSender(kafka);
    }

    @Bean
    OutboxMetrics outboxMetrics(JdbcClient jdbc) {
        return new OutboxMetrics(jdbc);
    }
}
