package ft.transcendence.users.notification;

import java.util.List;

/**
 * A user's notifications at one moment, as a stream reads them.
 *
 * @param last the highest number that the stream knows then
 * @param unread how many of all notifications are unread
 * @param added those that the stream did not know before, oldest first
 */
record NotificationState(long last, int unread, List<Notification> added) {

    NotificationState {
        added = List.copyOf(added);
    }
}
