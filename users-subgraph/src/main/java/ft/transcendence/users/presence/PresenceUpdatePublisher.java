package ft.transcendence.users.presence;

import ft.transcendence.subgraph.live.LiveSender;
import ft.transcendence.subgraph.live.LiveTopic;
import ft.transcendence.users.friendship.FriendshipChanged;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Publishes changes of presence to subscribers, and changes of friendships, which change who sees it. */
@Component
class PresenceUpdatePublisher {

    private static final URI SOURCE = URI.create("/users");

    private final LiveSender updates;

    PresenceUpdatePublisher(LiveSender updates) {
        this.updates = updates;
    }

    /** Publishes changes that are committed. */
    void publish(Collection<UUID> users) {
        users.stream().distinct().map(PresenceChanged::new).forEach(this::send);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(FriendshipChanged event) {
        publish(List.of(event.user(), event.other()));
    }

    private void send(PresenceChanged change) {
        updates.send(PresenceChanged.TOPIC, change.userId(), PresenceChanged.TYPE, SOURCE, change);
    }

    @Configuration(proxyBeanMethods = false)
    static class Topics {

        @Bean
        NewTopic presenceUpdates() {
            return LiveTopic.named(PresenceChanged.TOPIC);
        }
    }
}
