package ft.transcendence.users.notification;

import ft.transcendence.subgraph.inbox.DeadLetters;
import ft.transcendence.subgraph.inbox.EventInbox;
import ft.transcendence.subgraph.inbox.IncomingEvent;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Consumes challenges from the matches subgraph. Two players have at most one that is open. */
@Component
class ChallengeUpdateListener {

    static final String TOPIC = "challenge-updates";

    private final EventInbox inbox;
    private final Notifications notifications;
    private final JsonMapper json;

    ChallengeUpdateListener(EventInbox inbox, Notifications notifications, JsonMapper json) {
        this.inbox = inbox;
        this.notifications = notifications;
        this.json = json;
    }

    @KafkaListener(topics = TOPIC)
    void on(ConsumerRecord<String, byte[]> event) {
        inbox.receive(event, this::apply);
    }

    private void apply(IncomingEvent event) {
        if (!event.type().equals(ChallengeUpdate.TYPE)) {
            return;
        }
        ChallengeUpdate challenge = event.dataAs(ChallengeUpdate.class, json);
        if (challenge.isOpen()) {
            notifications.add(NotificationKind.CHALLENGE, challenge.challenger(), List.of(challenge.challenged()));
        } else {
            notifications.remove(NotificationKind.CHALLENGE, challenge.challenger(), challenge.challenged());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Topics {

        @Bean
        NewTopic challengeUpdateDeadLetters() {
            return TopicBuilder.name(TOPIC + DeadLetters.SUFFIX).build();
        }
    }
}
