package ft.transcendence.subgraph.testing;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/** The application's listeners to live updates. They receive nothing that was sent before they were ready. */
@TestComponent
public final class LiveListeners {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaListenerEndpointRegistry listeners;

    @Autowired
    LiveListeners(KafkaListenerEndpointRegistry listeners) {
        this.listeners = listeners;
    }

    /** Waits until all of them receive updates. */
    public void awaitReady() {
        await().atMost(PATIENCE).until(() -> listeners.getListenerContainers().stream()
                .filter(listener -> String.valueOf(listener.getGroupId()).contains("-live-"))
                .allMatch(LiveListeners::isReady));
    }

    private static boolean isReady(MessageListenerContainer listener) {
        Collection<?> partitions = listener.getAssignedPartitions();
        return partitions != null && !partitions.isEmpty();
    }
}
