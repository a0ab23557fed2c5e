package ft.transcendence.users.notification;

import ft.transcendence.subgraph.inbox.DeadLetters;
import ft.transcendence.subgraph.inbox.EventInbox;
import ft.transcendence.subgraph.inbox.IncomingEvent;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Consumes tournaments from the matches subgraph. Every event has the state after a change, so a notification that was
 * given before is not given again.
 */
@Component
class TournamentUpdateListener {

    static final String TOPIC = "tournament-updates";

    private final EventInbox inbox;
    private final Notifications notifications;
    private final JsonMapper json;

    TournamentUpdateListener(EventInbox inbox, Notifications notifications, JsonMapper json) {
        this.inbox = inbox;
        this.notifications = notifications;
        this.json = json;
    }

    @KafkaListener(topics = TOPIC)
    void on(ConsumerRecord<String, byte[]> event) {
        inbox.receive(event, this::apply);
    }

    private void apply(IncomingEvent event) {
        if (event.type().equals(TournamentUpdate.TYPE)) {
            apply(event.dataAs(TournamentUpdate.class, json));
        }
    }

    private void apply(TournamentUpdate tournament) {
        UUID id = tournament.tournamentId();
        switch (tournament.status()) {
            case "OPEN" -> notifications.replace(NotificationKind.TOURNAMENT_INVITATION, id, tournament.invited());
            case "RUNNING" -> {
                notifications.replace(NotificationKind.TOURNAMENT_INVITATION, id, List.of());
                notifications.add(NotificationKind.TOURNAMENT_STARTED, id, tournament.players());
                notifications.replace(NotificationKind.TOURNAMENT_MATCH, id, tournament.playing());
            }
            case "FINISHED" -> end(NotificationKind.TOURNAMENT_FINISHED, tournament);
            case "CANCELLED", "EXPIRED" -> end(NotificationKind.TOURNAMENT_CANCELLED, tournament);
            default -> {} // a status of a later version
        }
    }

    private void end(NotificationKind how, TournamentUpdate tournament) {
        UUID id = tournament.tournamentId();
        for (NotificationKind current : NotificationKind.OF_OPEN_TOURNAMENTS) {
            notifications.replace(current, id, List.of());
        }
        notifications.add(how, id, tournament.players());
    }

    @Configuration(proxyBeanMethods = false)
    static class Topics {

        @Bean
        NewTopic tournamentUpdateDeadLetters() {
            return TopicBuilder.name(TOPIC + DeadLetters.SUFFIX).build();
        }
    }
}
