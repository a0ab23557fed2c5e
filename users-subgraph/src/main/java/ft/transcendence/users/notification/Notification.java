package ft.transcendence.users.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notification, as exposed by the schema's type of the same name.
 *
 * @param number its position among those of its user; later ones have higher numbers
 * @param subject the id of the player, match, achievement, level or tournament it is about
 * @param readAt when the user read it, or null
 */
record Notification(
        UUID id,
        long number,
        NotificationKind kind,
        UUID subject,
        Instant createdAt,
        @Nullable Instant readAt) {}
