package ft.transcendence.users.standing;

import ft.transcendence.subgraph.inbox.EventInbox;
import ft.transcendence.subgraph.inbox.IncomingEvent;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Hears of matches that got a result and of results taken back, in the topic {@code match-completions}. */
@Component
class MatchResults {

    static final String TOPIC = "match-completions";

    private final EventInbox inbox;
    private final Standings standings;
    private final JsonMapper json;

    MatchResults(EventInbox inbox, Standings standings, JsonMapper json) {
        this.inbox = inbox;
        this.standings = standings;
        this.json = json;
    }

    @KafkaListener(topics = TOPIC)
    void on(ConsumerRecord<String, byte[]> record) {
        inbox.receive(record, this::apply);
    }

    /** Other types on the topic, of later versions, are for readers who know them. */
    private void apply(IncomingEvent event) {
        switch (event.type()) {
            case MatchResult.COMPLETED -> standings.add(event.dataAs(MatchResult.class, json));
            case MatchResult.VOIDED -> standings.takeBack(event.dataAs(MatchResult.class, json));
            default -> {}
        }
    }

    @Configuration
    static class Topics {

        @Bean
        NewTopic matchCompletionsDeadLetters() {
            return TopicBuilder.name(TOPIC + ".dlt").partitions(1).build();
        }
    }
}
