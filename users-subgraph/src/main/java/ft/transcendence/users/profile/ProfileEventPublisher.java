package ft.transcendence.users.profile;

import ft.transcendence.subgraph.outbox.EventOutbox;
import ft.transcendence.subgraph.outbox.OutgoingEvent;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Publishes changed profiles to the topic {@code profile-updates}. */
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

    /** Publishes the profile. Call it in the transaction of the change, after flushing it. */
    void publishUpdate(Profile profile) {
        schedule(
                profile.id(),
                new ProfileUpdated(
                        profile.id(),
                        profile.version(),
                        profile.username(),
                        profile.displayName(),
                        properties.avatar(profile.ownAvatarUrl())));
    }

    /**
     * Publishes a tombstone, which erases the user from the topic and from its consumers. The broker deletes earlier
     * events of the user when it compacts the topic; {@link ProfileTopic} limits how long that takes.
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
