package ft.transcendence.users.profile;

import java.time.Duration;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;

/**
 * The compacted topic with the latest profile of every user, and how long it retains earlier ones.
 *
 * <p>The broker only compacts closed segments, and only closes an old segment when a record is appended; {@link
 * ProfileTopicCompaction} makes sure that happens. An erased profile is therefore gone after two days at most: one
 * until its segment is closed, and one until the segment is compacted.
 */
@Configuration(proxyBeanMethods = false)
class ProfileTopic {

    static final String NAME = "profile-updates";
    static final int PARTITIONS = 6;
    static final Duration SEGMENT_AGE = Duration.ofDays(1);
    static final Duration MAX_COMPACTION_LAG = Duration.ofDays(1);

    /** Must exceed the longest downtime of a consumer. */
    static final Duration TOMBSTONE_RETENTION = Duration.ofDays(7);

    /**
     * Dead letters can contain names, too. A segment is deleted when its newest record is this old; its oldest record
     * can then be older by {@link #SEGMENT_AGE}. All are gone after seven days.
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
