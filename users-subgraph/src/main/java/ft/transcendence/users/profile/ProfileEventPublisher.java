package ft.transcendence.users.profile;

import ft.transcendence.subgraph.outbox.EventOutbox;
import ft.transcendence.subgraph.outbox.OutgoingEvent;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the other subgraphs how users look, in the topic {@code profile-updates}. */
@Component
class ProfileEventPublisher {

    static final String TYPE = "ft.transcendence.profile.updated.v1";
    private static final URI SOURCE = URI.create("/users");

    private final EventOutbox outbox;
    private final ProfileProperties properties;
    private final Clock clock;

    ProfileEventPublisher(EventOutbox outbox, ProfileProperties properties, Clock clock) {
        this.outbox = outbox;
        this.properties = properties;
        this.clock = clock;
    }

    /** Call it in the transaction of the change, after the change is flushed. */
    void publishUpdate(User user) {
        schedule(
                user.id(),
                new ProfileUpdated(
                        user.id(),
                        user.version(),
                        user.username(),
                        user.displayName(),
                        properties.avatarOf(user)));
    }

    /**
     * Erases the user from the topic and from whoever reads it. The broker forgets what was said of the user when it compacts the
     * topic, a time that {@link ProfileTopic} bounds.
     */
    void publishErasure(UUID userId) {
        outbox.discardFailed(ProfileTopic.NAME, userId.toString());
        schedule(userId, null);
    }

    private void schedule(UUID userId, @Nullable ProfileUpdated data) {
        outbox.schedule(new OutgoingEvent(
                ProfileTopic.NAME, userId.toString(), UUID.randomUUID(), TYPE, SOURCE, clock.instant(), data));
    }
}
