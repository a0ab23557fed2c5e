package ft.transcendence.users.notification;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one subscriber was told so far. Each reading continues after the last one, so it also makes up for updates that
 * were lost. It is not thread-safe: a stream reads one at a time.
 */
final class NotificationStream {

    private final StoredNotifications stored;
    private final UUID user;
    private @Nullable NotificationState known;

    NotificationStream(StoredNotifications stored, UUID user) {
        this.stored = stored;
        this.user = user;
    }

    /** The current number of unread notifications at first, then what is new. */
    List<NotificationUpdate> next() {
        NotificationState before = known;
        NotificationState now = before == null ? stored.state(user) : stored.stateAfter(user, before.last());
        known = now;
        if (now.added().isEmpty()) {
            boolean countChanged = before == null || before.unread() != now.unread();
            return countChanged ? List.of(new NotificationUpdate(null, now.unread())) : List.of();
        }
        return now.added().stream()
                .map(notification -> new NotificationUpdate(notification, now.unread()))
                .toList();
    }
}
