package ft.transcendence.matches.matchmaking;

import ft.transcendence.subgraph.live.LiveFeed;
import ft.transcendence.subgraph.live.LiveListener;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

/** Tells the subscribers of this instance whose queue tickets changed. */
@Component
class QueueFeed {

    private final JsonMapper json;
    private final LiveFeed<UUID> feed = new LiveFeed<>();

    QueueFeed(JsonMapper json) {
        this.json = json;
    }

    /** Emits when a ticket of the player may have changed. */
    Flux<UUID> changesOf(UUID player) {
        return feed.updates().filter(player::equals);
    }

    @LiveListener(topics = QueueUpdated.TOPIC)
    void on(List<ConsumerRecord<String, byte[]>> updates) {
        feed.deliver(updates, this::players);
    }

    private Set<UUID> players(List<ConsumerRecord<String, byte[]>> updates) {
        return updates.stream()
                .flatMap(update -> json.readValue(update.value(), QueueUpdated.class).players().stream())
                .collect(Collectors.toSet());
    }
}
