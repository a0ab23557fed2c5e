package ft.transcendence.matches.matchmaking;

import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * Keeps players in the queue while a stream of theirs is open on this instance. The number of streams is limited, and so
 * is what this keeps.
 */
@Component
class QueuePresence {

    private final Queue queue;
    private final ConcurrentMap<UUID, Integer> streams = new ConcurrentHashMap<>();

    QueuePresence(Queue queue) {
        this.queue = queue;
    }

    /** The same stream; the player is present while it is subscribed to. */
    <T> Flux<T> during(UUID player, Flux<T> stream) {
        return Flux.using(() -> arrive(player), _ -> stream, this::leave);
    }

    @Scheduled(fixedDelayString = "${matches.queue.see-every}")
    void see() {
        if (!streams.isEmpty()) {
            queue.see(streams.keySet());
        }
    }

    private UUID arrive(UUID player) {
        streams.merge(player, 1, Integer::sum);
        return player;
    }

    private void leave(UUID player) {
        streams.computeIfPresent(player, (_, open) -> open == 1 ? null : open - 1);
    }
}
