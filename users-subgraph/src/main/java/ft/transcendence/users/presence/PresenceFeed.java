package ft.transcendence.users.presence;

import ft.transcendence.subgraph.live.LiveFeed;
import ft.transcendence.subgraph.live.LiveListener;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Receives whose presence or friends changed and tells the subscribers of this instance. */
@Component
class PresenceFeed {

    private final LiveFeed<UUID> users = new LiveFeed<>();

    /** Users whose presence or friends changed, starting with the subscription. */
    Flux<UUID> changes() {
        return users.updates();
    }

    @LiveListener(topics = PresenceChanged.TOPIC)
    void on(List<ConsumerRecord<String, byte[]>> updates) {
        users.deliver(updates, PresenceFeed::users);
    }

    private static Set<UUID> users(List<ConsumerRecord<String, byte[]>> updates) {
        return updates.stream().map(update -> UUID.fromString(update.key())).collect(Collectors.toSet());
    }
}
