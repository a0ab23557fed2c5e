package ft.transcendence.users.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What one subscriber was told so far. Each reading continues after the last one, so it also makes up for updates that
 * were lost. It is not thread-safe: a stream reads one at a time.
 */
final class NotificationStream {

    private static final int NOTHING_READ = -1;

    private final StoredNotifications stored;
    private final UUID user;
    private long last;
    private int unread = NOTHING_READ;

    NotificationStream(StoredNotifications stored, UUID user) {
        this.stored = stored;
        this.user = user;
    }

    /** The current number of unread notifications at first, then what is new. */
    List<NotificationUpdate> next() {
        List<Notification> added = List.of();
        if (unread == NOTHING_READ) {
            last = stored.lastNumber(user);
        } else {
            added = stored.after(user, last);
        }
        int before = unread;
        unread = stored.unread(user);
        return updates(added, unread != before);
    }

    private List<NotificationUpdate> updates(List<Notification> added, boolean countChanged) {
        if (added.isEmpty()) {
            return countChanged ? List.of(new NotificationUpdate(null, unread)) : List.of();
        }
        last = added.getLast().number();
        List<NotificationUpdate> updates = new ArrayList<>();
        added.forEach(notification -> updates.add(new NotificationUpdate(notification, unread)));
        return updates;
    }
}
