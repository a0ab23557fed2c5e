package ft.transcendence.users.notification;

import ft.transcendence.subgraph.live.LiveFeed;
import ft.transcendence.subgraph.live.LiveListener;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Receives whose notifications changed and tells the subscribers of this instance. */
@Component
class NotificationFeed {

    private final LiveFeed<UUID> users = new LiveFeed<>();

    /** Emits whenever the user's notifications changed, starting with the subscription. */
    Flux<UUID> changesOf(UUID user) {
        return users.updates().filter(user::equals);
    }

    @LiveListener(topics = NotificationsChanged.TOPIC)
    void on(List<ConsumerRecord<String, byte[]>> updates) {
        users.deliver(updates, NotificationFeed::users);
    }

    private static Set<UUID> users(List<ConsumerRecord<String, byte[]>> updates) {
        return updates.stream().map(update -> UUID.fromString(update.key())).collect(Collectors.toSet());
    }
}
