package ft.transcendence.users.presence;

import ft.transcendence.subgraph.stream.OpenStreams.Session;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Records signs of life, tells subscribers about changes, and finds out who is present. */
@Service
public class Presences {

    /** Of how many friends a user learns the presence at most, those of the newest friendships. */
    static final int MAX_FRIENDS = 500;

    private final StoredPresence stored;
    private final PresenceUpdatePublisher updates;
    private final Clock clock;

    Presences(StoredPresence stored, PresenceUpdatePublisher updates, Clock clock) {
        this.stored = stored;
        this.updates = updates;
        this.clock = clock;
    }

    /** Records what a session says about its user. Returns the user's presence. */
    Presence report(Session session, boolean away) {
        updates.publish(stored.report(session, away, clock.instant()));
        return of(List.of(session.user())).getOrDefault(session.user(), Presence.OFFLINE);
    }

    /** Records that these sessions are there. */
    void see(Collection<Session> sessions) {
        if (!sessions.isEmpty()) {
            updates.publish(stored.see(sessions, clock.instant()));
        }
    }

    void play(Collection<PlayedMatch> played) {
        if (!played.isEmpty()) {
            updates.publish(stored.play(played, clock.instant()));
        }
    }

    Map<UUID, Presence> of(Collection<UUID> users) {
        return stored.of(users, clock.instant());
    }

    /** The presence of the user's friends. */
    Map<UUID, Presence> ofFriends(UUID user) {
        return stored.ofFriends(user, MAX_FRIENDS, clock.instant());
    }

    /** Deletes what is stored about a user. */
    public void removeAllOf(UUID user) {
        stored.removeAllOf(user);
    }

    void removeExpired() {
        stored.removeExpired(clock.instant());
    }
}
