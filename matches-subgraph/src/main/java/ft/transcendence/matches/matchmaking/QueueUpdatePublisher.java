package ft.transcendence.matches.matchmaking;

import ft.transcendence.subgraph.live.LiveSender;
import ft.transcendence.subgraph.live.LiveTopic;
import java.net.URI;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Publishes committed changes of the queue to the subscribers of its players. */
@Component
class QueueUpdatePublisher {

    private static final URI SOURCE = URI.create("/matches");

    private final LiveSender updates;

    QueueUpdatePublisher(LiveSender updates) {
        this.updates = updates;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(QueueChanged change) {
        updates.send(
                QueueUpdated.TOPIC,
                change.players().getFirst(),
                QueueUpdated.TYPE,
                SOURCE,
                new QueueUpdated(change.players()));
    }

    @Configuration(proxyBeanMethods = false)
    static class Topics {

        @Bean
        NewTopic queueUpdates() {
            return LiveTopic.named(QueueUpdated.TOPIC);
        }
    }
}
