package ft.transcendence.matches.challenge;

import ft.transcendence.subgraph.live.LiveFeed;
import ft.transcendence.subgraph.live.LiveListener;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

/** Receives changes of challenges and tells the subscribers of this instance. */
@Component
class ChallengeFeed {

    private final JsonMapper json;
    private final LiveFeed<ChallengeUpdated> feed = new LiveFeed<>();

    ChallengeFeed(JsonMapper json) {
        this.json = json;
    }

    /** Changes of the player's challenges, starting with the subscription. */
    Flux<ChallengeUpdated> changesOf(UUID player) {
        return feed.updates().filter(update -> update.concerns(player));
    }

    @LiveListener(topics = ChallengeUpdated.TOPIC)
    void on(List<ConsumerRecord<String, byte[]>> updates) {
        feed.deliver(updates, this::read);
    }

    private List<ChallengeUpdated> read(List<ConsumerRecord<String, byte[]>> updates) {
        return updates.stream()
                .map(update -> json.readValue(update.value(), ChallengeUpdated.class))
                .toList();
    }
}
