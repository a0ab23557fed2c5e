package ft.transcendence.users.notification;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings for notifications.
 *
 * @param keptFor how long a notification is kept
 * @param keptPerUser how many of a user's newest notifications are kept
 */
@Validated
@ConfigurationProperties(prefix = "users.notification", ignoreUnknownFields = false)
record NotificationProperties(
        @DefaultValue("30d") @DurationMin(minutes = 1) Duration keptFor,
        @DefaultValue("200") @Min(1) int keptPerUser) {}
