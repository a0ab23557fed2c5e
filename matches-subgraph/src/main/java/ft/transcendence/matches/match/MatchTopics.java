package ft.transcendence.matches.match;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;

/** The topic of results. It is retained forever, so that a new consumer can count all results. */
@Configuration(proxyBeanMethods = false)
class MatchTopics {

    private static final int PARTITIONS = 6;

    @Bean
    NewTopic matchCompletions() {
        return TopicBuilder.name(MatchResultPublisher.TOPIC)
                .partitions(PARTITIONS)
                .config(TopicConfig.RETENTION_MS_CONFIG, "-1")
                .build();
    }
}
