package ft.transcendence.users.notification;

import ft.transcendence.subgraph.mutation.UserErrorCode;

/** Why a change to notifications can be rejected, as described by the schema's {@code UserErrorCode}. */
enum NotificationErrorCode implements UserErrorCode {
    NOTIFICATION_NOT_FOUND
}
