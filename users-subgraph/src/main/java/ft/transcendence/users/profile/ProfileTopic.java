package ft.transcendence.users.profile;

import java.time.Duration;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;

/**
 * The topic that holds how every user looks now, and how long it may hold how somebody looked before.
 *
 * <p>The broker compacts closed segments alone, and closes one when it is old and something is written behind it: see
 * {@link ProfileTopicCompaction}. What is erased is therefore gone two of its days later at the latest: one until its segment is closed,
 * one until it is compacted.
 */
@Configuration(proxyBeanMethods = false)
class ProfileTopic {

    static final String NAME = "profile-updates";
    static final int PARTITIONS = 6;
    static final Duration SEGMENT_AGE = Duration.ofDays(1);
    static final Duration MAX_COMPACTION_LAG = Duration.ofDays(1);

    /** A tombstone has to outlive the longest outage of a reader. */
    static final Duration TOMBSTONE_RETENTION = Duration.ofDays(7);

    /**
     * Events that nobody could read may hold names, too. A segment goes when its youngest letter is so old, so that its oldest may be older
     * by {@link #SEGMENT_AGE}: all are gone after a week.
     */
    static final Duration DEAD_LETTER_RETENTION = Duration.ofDays(6);

    @Bean
    NewTopic profileUpdates() {
        return TopicBuilder.name(NAME)
                .partitions(PARTITIONS)
                .compact()
                .config(TopicConfig.SEGMENT_MS_CONFIG, millis(SEGMENT_AGE))
                .config(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, millis(MAX_COMPACTION_LAG))
                .config(TopicConfig.DELETE_RETENTION_MS_CONFIG, millis(TOMBSTONE_RETENTION))
                .build();
    }

    @Bean
    NewTopic profileUpdatesDeadLetters() {
        return TopicBuilder.name(NAME + ".dlt")
                .partitions(1)
                .config(TopicConfig.SEGMENT_MS_CONFIG, millis(SEGMENT_AGE))
                .config(TopicConfig.RETENTION_MS_CONFIG, millis(DEAD_LETTER_RETENTION))
                .build();
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
