package ft.transcendence.users.profile;

import ft.transcendence.subgraph.outbox.EventOutbox;
import ft.transcendence.subgraph.outbox.OutgoingEvent;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.stereotype.Component;

/** Tells the other subgraphs how users look, in the topic {@code profile-updates}. */
@Component
class ProfileEvents {

    static final String TOPIC = "profile-updates";
    static final String TYPE = "ft.transcendence.profile.updated.v1";
    private static final URI SOURCE = URI.create("/users");

    private final EventOutbox outbox;
    private final ProfileProperties properties;
    private final Clock clock;

    ProfileEvents(EventOutbox outbox, ProfileProperties properties, Clock clock) {
        this.outbox = outbox;
        this.properties = properties;
        this.clock = clock;
    }

    /** Call it in the transaction of the change, after the change is flushed. */
    void updated(User user) {
        schedule(
                user.getId(),
                new ProfileUpdated(
                        user.getId(),
                        user.getVersion(),
                        user.getUsername(),
                        user.getDisplayName(),
                        properties.avatarOf(user)));
    }

    /** Erases the user from the topic and from whoever reads it. */
    void erased(UUID userId) {
        schedule(userId, null);
    }

    private void schedule(UUID userId, @Nullable ProfileUpdated data) {
        outbox.schedule(
                new OutgoingEvent(TOPIC, userId.toString(), UUID.randomUUID(), TYPE, SOURCE, clock.instant(), data));
    }

    @Configuration
    static class Topic {

        @Bean
        NewTopic profileUpdates() {
            return TopicBuilder.name(TOPIC)
                    .partitions(6)
                    .compact()
                    // a tombstone has to outlive the longest outage of a reader
                    .config(TopicConfig.DELETE_RETENTION_MS_CONFIG, "604800000")
                    .build();
        }

        @Bean
        NewTopic profileUpdatesDeadLetters() {
            return TopicBuilder.name(TOPIC + ".dlt").partitions(1).build();
        }
    }
}
