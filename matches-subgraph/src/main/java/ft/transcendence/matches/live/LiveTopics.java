package ft.transcendence.matches.live;

import java.time.Duration;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;

/** The topic of live updates, which has a short retention. */
@Configuration(proxyBeanMethods = false)
class LiveTopics {

    private static final int PARTITIONS = 6;
    private static final Duration KEPT = Duration.ofHours(1);

    @Bean
    NewTopic matchUpdates() {
        return TopicBuilder.name(MatchUpdated.TOPIC)
                .partitions(PARTITIONS)
                .config(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(KEPT.toMillis()))
                .build();
    }
}
