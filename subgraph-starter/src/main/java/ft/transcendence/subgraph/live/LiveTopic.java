package ft.transcendence.subgraph.live;

import java.time.Duration;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.kafka.config.TopicBuilder;

/** The settings of topics of live updates, which have a short retention. */
public final class LiveTopic {

    private static final int PARTITIONS = 6;
    private static final Duration KEPT = Duration.ofHours(1);

    private LiveTopic() {}

    /** The topic of this name. */
    public static NewTopic named(String name) {
        return TopicBuilder.name(name)
                .partitions(PARTITIONS)
                .config(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(KEPT.toMillis()))
                .build();
    }
}
