package ft.transcendence.users.notification;

import ft.transcendence.subgraph.mutation.ChangeRejectedException;
import ft.transcendence.subgraph.paging.Connection;
import ft.transcendence.subgraph.paging.Cursor;
import ft.transcendence.subgraph.paging.PageArguments;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds, lists and removes notifications. Every change tells the application in its transaction whose notifications
 * changed ({@link NotificationsChanged}).
 */
@Service
public class Notifications {

    private final StoredNotifications stored;
    private final NotificationProperties properties;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Notifications(
            StoredNotifications stored,
            NotificationProperties properties,
            ApplicationEventPublisher events,
            Clock clock) {
        this.stored = stored;
        this.properties = properties;
        this.events = events;
        this.clock = clock;
    }

    /** Tells these users, in the transaction of what they are told of. Those who were told before are not told again. */
    @Transactional(propagation = Propagation.MANDATORY)
    void add(NotificationKind kind, UUID subject, Collection<UUID> users) {
        changed(stored.add(kind, subject, users, now(), properties.keptPerUser()));
    }

    /** Tells of a result, unless the result was voided before. */
    @Transactional(propagation = Propagation.MANDATORY)
    void addResult(UUID match, Collection<UUID> players) {
        if (!stored.exists(NotificationKind.MATCH_VOIDED, match)) {
            add(NotificationKind.MATCH_RESULT, match, players);
        }
    }

    /** Tells that a result was voided, instead of the result. */
    @Transactional(propagation = Propagation.MANDATORY)
    void replaceResult(UUID match, Collection<UUID> players) {
        changed(stored.remove(NotificationKind.MATCH_RESULT, match));
        add(NotificationKind.MATCH_VOIDED, match, players);
    }

    /** Removes what the user was told about a subject, because it is no longer true. */
    @Transactional(propagation = Propagation.MANDATORY)
    void remove(NotificationKind kind, UUID subject, UUID user) {
        if (stored.remove(kind, subject, user)) {
            changed(List.of(user));
        }
    }

    /** Tells these users, and removes what others were told: it is true for these only. */
    @Transactional(propagation = Propagation.MANDATORY)
    void replace(NotificationKind kind, UUID subject, Collection<UUID> users) {
        changed(stored.removeExceptOf(kind, subject, users));
        if (!users.isEmpty()) {
            add(kind, subject, users);
        }
    }

    /** Removes what these two were told of each other, of these kinds. */
    @Transactional(propagation = Propagation.MANDATORY)
    void removeBetween(UUID one, UUID other, Collection<NotificationKind> kinds) {
        changed(stored.removeBetween(one, other, kinds));
    }

    /** Deletes a user's notifications, and those of others about the user. */
    @Transactional
    public void removeAllOf(UUID user) {
        changed(stored.removeAllOf(user));
    }

    /** A user's notifications, newest first. */
    Connection<Notification> list(UUID user, PageArguments page) {
        long before = page.after(1).map(cursor -> cursor.number(0)).orElse(Long.MAX_VALUE);
        List<Notification> rows = stored.before(user, before, page.limit());
        return Connection.of(page, rows, notification -> Cursor.of(notification.number()));
    }

    int unread(UUID user) {
        return stored.unread(user);
    }

    /** Marks these notifications as read, as far as they still exist. Returns how many of the user's are unread. */
    @Transactional
    int markRead(UUID user, Collection<UUID> ids) {
        if (!ids.isEmpty() && stored.markRead(user, ids, now())) {
            changed(List.of(user));
        }
        return stored.unread(user);
    }

    /**
     * Marks this notification and all earlier ones as read. Returns how many of the user's are unread.
     *
     * @throws ChangeRejectedException with {@link NotificationErrorCode#NOTIFICATION_NOT_FOUND} if it does not exist
     */
    @Transactional
    int markReadUpTo(UUID user, UUID last) {
        long number = stored.number(user, last)
                .orElseThrow(() -> new ChangeRejectedException(
                        NotificationErrorCode.NOTIFICATION_NOT_FOUND, "There is no such notification.", "upTo"));
        if (stored.markReadUpTo(user, number, now())) {
            changed(List.of(user));
        }
        return stored.unread(user);
    }

    private void changed(List<UUID> users) {
        users.stream().distinct().map(NotificationsChanged::new).forEach(events::publishEvent);
    }

    /** PostgreSQL stores microseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
