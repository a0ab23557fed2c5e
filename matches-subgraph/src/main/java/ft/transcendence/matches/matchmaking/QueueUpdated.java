package ft.transcendence.matches.matchmaking;

import java.util.List;
import java.util.UUID;

/** The data of {@code ft.transcendence.queue.updated.v1}, as in {@code events/queue-updates.v1.schema.json}. */
record QueueUpdated(List<UUID> players) {

    static final String TOPIC = "queue-updates";
    static final String TYPE = "ft.transcendence.queue.updated.v1";
}
