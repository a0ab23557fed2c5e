package ft.transcendence.users.totals;

import ft.transcendence.subgraph.inbox.EventInbox;
import ft.transcendence.subgraph.inbox.IncomingEvent;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Consumes completed and voided matches from the topic {@code match-completions}. */
@Component
class MatchResultListener {

    static final String TOPIC = "match-completions";

    private final EventInbox inbox;
    private final PlayerTotalsRepository totals;
    private final ApplicationEventPublisher events;
    private final JsonMapper json;

    MatchResultListener(
            EventInbox inbox, PlayerTotalsRepository totals, ApplicationEventPublisher events, JsonMapper json) {
        this.inbox = inbox;
        this.totals = totals;
        this.events = events;
        this.json = json;
    }

    @KafkaListener(topics = TOPIC)
    void on(ConsumerRecord<String, byte[]> record) {
        inbox.receive(record, this::apply);
    }

    /** Ignores other event types, which later versions may add. */
    private void apply(IncomingEvent event) {
        switch (event.type()) {
            case MatchResult.COMPLETED -> add(event.dataAs(MatchResult.class, json));
            case MatchResult.VOIDED -> takeBack(event.dataAs(MatchResult.class, json));
            default -> {}
        }
    }

    /**
     * Tells the other features first: they lock the players' profiles, which must not happen after locking totals. Then
     * tells them whether the result counts.
     */
    private void add(MatchResult match) {
        events.publishEvent(new ResultReceived(match.matchId(), match.playerIds()));
        totals.addResult(match).ifPresent(events::publishEvent);
    }

    private void takeBack(MatchResult match) {
        events.publishEvent(new ResultVoided(match.matchId(), match.playerIds()));
        totals.voidResult(match).ifPresent(events::publishEvent);
    }

    @Configuration
    static class Topics {

        @Bean
        NewTopic matchCompletionsDeadLetters() {
            return TopicBuilder.name(TOPIC + ".dlt").partitions(1).build();
        }
    }
}
