package ft.transcendence.subgraph.outbox;

import ft.transcendence.subgraph.tracing.Tracing;
import io.namastack.outbox.Outbox;
import io.namastack.outbox.OutboxPayloadSerializer;
import io.namastack.outbox.OutboxRecordRepository;
import io.namastack.outbox.config.OutboxCoreInfrastructureAutoConfiguration;
import io.namastack.outbox.config.OutboxCoreProcessingAutoConfiguration;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Configures the outbox, its sender and its metrics. */
@AutoConfiguration(
        after = {
            KafkaAutoConfiguration.class,
            JdbcClientAutoConfiguration.class,
            OutboxCoreInfrastructureAutoConfiguration.class
        },
        before = OutboxCoreProcessingAutoConfiguration.class)
class OutboxAutoConfiguration {

    private static final SendRetryPolicy RETRY_POLICY = new SendRetryPolicy();

    @Bean
    EventOutbox eventOutbox(Outbox outbox, JsonMapper json, JdbcClient jdbc, Tracing tracing) {
        return new EventOutbox(outbox, json, jdbc, tracing);
    }

    @Bean
    KafkaSender kafkaSender(KafkaTemplate<String, byte[]> kafka, Tracing tracing) {
        return new KafkaSender(kafka, RETRY_POLICY, tracing);
    }

    /** Wraps the library's repository. Dependencies are resolved lazily, so that no bean is created too early. */
    @Bean
    static BeanPostProcessor outboxRecords(
            ObjectProvider<OutboxPayloadSerializer> serializer,
            ObjectProvider<JdbcClient> jdbc,
            ObjectProvider<Clock> clock) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof OutboxRecordRepository records
                        ? new PoisonTolerantRecordRepository(
                                new SingleStatementRecordRepository(
                                        records, serializer.getObject(), jdbc.getObject(), clock.getObject()),
                                serializer.getObject(),
                                jdbc.getObject(),
                                clock.getObject(),
                                RETRY_POLICY)
                        : bean;
            }
        };
    }

    @Bean
    OutboxEndpoint outboxEndpoint(JdbcClient jdbc, Clock clock) {
        return new OutboxEndpoint(jdbc, clock);
    }

    @Bean
    OutboxMetrics outboxMetrics(JdbcClient jdbc) {
        return new OutboxMetrics(jdbc);
    }
}
