package ft.transcendence.subgraph.inbox;

import ft.transcendence.subgraph.tracing.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.common.TopicPartition;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer.HeaderNames.HeadersToAdd;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Configures the inbox, its retries and its dead letters. */
@AutoConfiguration(before = KafkaAutoConfiguration.class, after = JdbcClientAutoConfiguration.class)
@EnableScheduling
class InboxAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    EventInbox eventInbox(
            JdbcClient jdbc, PlatformTransactionManager transactions, JsonMapper json, Clock clock, Tracing tracing) {
        return new EventInbox(jdbc, new TransactionTemplate(transactions), json, clock, tracing);
    }

    @Bean
    SchedulingConfigurer inboxCleaning(EventInbox inbox) {
        return tasks -> tasks.addFixedDelayTask(inbox::deleteExpired, Duration.ofHours(1));
    }

    @Bean
    DefaultErrorHandler eventErrorHandler(KafkaTemplate<String, byte[]> kafka, MeterRegistry metrics) {
        DeadLetterPublishingRecoverer recoverer = new DeadLetterPublishingRecoverer(
                kafka, (record, failure) -> new TopicPartition(record.topic() + DeadLetters.SUFFIX, -1));
        // message and type describe the cause; the stack trace is in the log
        recoverer.excludeHeader(HeadersToAdd.EX_STACKTRACE);
        // retry a record that could not be sent to the dead letters either
        recoverer.setFailIfSendResultIsError(true);
        DefaultErrorHandler handler = new DefaultErrorHandler(new CountedDeadLetters(recoverer, metrics));
        handler.setBackOffFunction((record, failure) -> InboxRetryPolicy.after(failure));
        handler.addNotRetryableExceptions(UnreadableEventException.class);
        return handler;
    }

    @Bean
    DeadLetters deadLetters(
            ConsumerFactory<String, byte[]> consumers,
            KafkaTemplate<String, byte[]> kafka,
            KafkaAdmin admin,
            @Value("${spring.application.name}") String application) {
        return new DeadLetters(consumers, kafka, new SupersededLetterFilter(consumers, admin), application);
    }

    @Bean
    DeadLettersEndpoint deadLettersEndpoint(DeadLetters deadLetters) {
        return new DeadLettersEndpoint(deadLetters);
    }
}
