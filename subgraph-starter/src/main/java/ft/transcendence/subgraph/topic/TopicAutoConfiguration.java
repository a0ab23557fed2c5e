package ft.transcendence.subgraph.topic;

import java.time.Duration;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaAdmin;

/** Creates the topics that are declared as beans. */
@AutoConfiguration(after = KafkaAutoConfiguration.class)
class TopicAutoConfiguration {

    private static final Duration RETRY_INTERVAL = Duration.ofSeconds(5);

    @Bean
    @ConditionalOnBean(NewTopic.class)
    TopicCreation topicCreation(KafkaAdmin admin) {
        return new TopicCreation(admin, RETRY_INTERVAL);
    }
}
