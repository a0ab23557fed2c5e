package ft.transcendence.users.notification;

import org.jspecify.annotations.Nullable;

/**
 * An event of the subscription to the caller's notifications.
 *
 * @param notification the new notification; null if only the number of unread ones is reported
 */
record NotificationUpdate(@Nullable Notification notification, int unreadCount) {}
