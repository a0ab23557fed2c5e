package ft.transcendence.matches.player;

import ft.transcendence.subgraph.inbox.EventInbox;
import ft.transcendence.subgraph.inbox.IncomingEvent;
import ft.transcendence.subgraph.inbox.UnreadableEventException;
import java.time.Clock;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Consumes profiles published by the users subgraph. A tombstone means that the account was deleted. */
@Component
class ProfileUpdateListener {

    static final String TOPIC = "profile-updates";

    private static final String UPDATED = "ft.transcendence.profile.updated.v1";

    private final EventInbox inbox;
    private final ProfileReadModel readModel;
    private final JsonMapper json;
    private final Clock clock;

    ProfileUpdateListener(EventInbox inbox, ProfileReadModel readModel, JsonMapper json, Clock clock) {
        this.inbox = inbox;
        this.readModel = readModel;
        this.json = json;
        this.clock = clock;
    }

    @KafkaListener(topics = TOPIC)
    void on(ConsumerRecord<String, byte[]> event) {
        inbox.receive(event, this::apply);
    }

    private void apply(IncomingEvent event) {
        if (event.data() == null) {
            readModel.erase(userId(event), clock.instant());
        } else if (event.type().equals(UPDATED)) {
            readModel.upsert(event.dataAs(ProfileUpdated.class, json));
        }
    }

    private static UUID userId(IncomingEvent event) {
        try {
            return UUID.fromString(event.key());
        } catch (IllegalArgumentException malformed) {
            throw new UnreadableEventException("The key of event " + event.id() + " is not a user id", malformed);
        }
    }
}
