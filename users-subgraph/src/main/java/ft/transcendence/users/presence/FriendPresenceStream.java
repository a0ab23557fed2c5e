package ft.transcendence.users.presence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What one subscriber was told of their friends. It is not thread-safe, except for {@link #concerns}. */
final class FriendPresenceStream {

    private final UUID user;
    private final Supplier<Map<UUID, Presence>> friends;

    /** Null until the first reading. */
    private volatile @Nullable Map<UUID, Presence> known;

    FriendPresenceStream(UUID user, Supplier<Map<UUID, Presence>> friends) {
        this.user = user;
        this.friends = friends;
    }

    /** Whether a change of this user's presence or friends can concern the subscriber. */
    boolean concerns(UUID changed) {
        Map<UUID, Presence> before = known;
        return before == null || changed.equals(user) || before.containsKey(changed);
    }

    /** First all friends who are not offline, even if there are none; then those who changed. Empty if nobody did. */
    List<List<FriendPresence>> next() {
        Map<UUID, Presence> before = known;
        Map<UUID, Presence> now = friends.get();
        known = now;
        List<FriendPresence> changes = changes(before == null ? Map.of() : before, now);
        return before != null && changes.isEmpty() ? List.of() : List.of(changes);
    }

    private static List<FriendPresence> changes(Map<UUID, Presence> before, Map<UUID, Presence> now) {
        List<FriendPresence> changes = new ArrayList<>();
        now.forEach((friend, presence) -> {
            if (before.getOrDefault(friend, Presence.OFFLINE) != presence) {
                changes.add(new FriendPresence(friend, presence));
            }
        });
        before.forEach((friend, presence) -> {
            if (presence != Presence.OFFLINE && !now.containsKey(friend)) {
                changes.add(new FriendPresence(friend, null));
            }
        });
        return changes;
    }
}
