package ft.transcendence.users.notification;

import java.util.UUID;

/**
 * A user's notifications changed. Published within the application, and with the same data as
 * {@code ft.transcendence.notifications.updated.v1}, as in {@code events/notification-updates.v1.schema.json}.
 */
record NotificationsChanged(UUID userId) {

    static final String TOPIC = "notification-updates";
    static final String TYPE = "ft.transcendence.notifications.updated.v1";
}
