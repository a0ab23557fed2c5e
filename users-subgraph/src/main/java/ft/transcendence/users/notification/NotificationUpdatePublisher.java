package ft.transcendence.users.notification;

import ft.transcendence.subgraph.live.LiveSender;
import ft.transcendence.subgraph.live.LiveTopic;
import java.net.URI;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Publishes committed changes of notifications to their subscribers. */
@Component
class NotificationUpdatePublisher {

    private static final URI SOURCE = URI.create("/users");

    private final LiveSender updates;

    NotificationUpdatePublisher(LiveSender updates) {
        this.updates = updates;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(NotificationsChanged change) {
        updates.send(NotificationsChanged.TOPIC, change.userId(), NotificationsChanged.TYPE, SOURCE, change);
    }

    @Configuration(proxyBeanMethods = false)
    static class Topics {

        @Bean
        NewTopic notificationUpdates() {
            return LiveTopic.named(NotificationsChanged.TOPIC);
        }
    }
}
