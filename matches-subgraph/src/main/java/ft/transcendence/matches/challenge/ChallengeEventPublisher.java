package ft.transcendence.matches.challenge;

import ft.transcendence.subgraph.outbox.EventOutbox;
import ft.transcendence.subgraph.outbox.OutgoingEvent;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.stereotype.Component;

/**
 * Publishes challenges, in the transaction of the change: to the users subgraph, which notifies players, and to the
 * subscribers of every instance.
 */
@Component
class ChallengeEventPublisher {

    private static final URI SOURCE = URI.create("/matches");

    private final EventOutbox outbox;

    ChallengeEventPublisher(EventOutbox outbox) {
        this.outbox = outbox;
    }

    void publish(Challenge challenge) {
        ChallengeUpdated data = ChallengeUpdated.of(challenge);
        outbox.schedule(new OutgoingEvent(
                ChallengeUpdated.TOPIC,
                data.key(),
                UUID.randomUUID(),
                ChallengeUpdated.TYPE,
                SOURCE,
                challenge.changedAt(),
                data));
    }

    @Configuration(proxyBeanMethods = false)
    static class Topics {

        private static final int PARTITIONS = 6;

        /** Longer than a consumer is down. */
        private static final Duration KEPT = Duration.ofDays(7);

        @Bean
        NewTopic challengeUpdates() {
            return TopicBuilder.name(ChallengeUpdated.TOPIC)
                    .partitions(PARTITIONS)
                    .config(TopicConfig.RETENTION_MS_CONFIG, Long.toString(KEPT.toMillis()))
                    .build();
        }
    }
}
