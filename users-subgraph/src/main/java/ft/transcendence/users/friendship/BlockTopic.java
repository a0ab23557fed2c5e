package ft.transcendence.users.friendship;

import java.time.Duration;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;

/** The compacted topic with every block that is in force. It contains ids only. */
@Configuration(proxyBeanMethods = false)
class BlockTopic {

    private static final int PARTITIONS = 6;

    /** Must exceed the longest downtime of a consumer. */
    private static final Duration TOMBSTONE_RETENTION = Duration.ofDays(7);

    @Bean
    NewTopic blockUpdates() {
        return TopicBuilder.name(BlockUpdated.TOPIC)
                .partitions(PARTITIONS)
                .compact()
                .config(TopicConfig.DELETE_RETENTION_MS_CONFIG, Long.toString(TOMBSTONE_RETENTION.toMillis()))
                .build();
    }
}
