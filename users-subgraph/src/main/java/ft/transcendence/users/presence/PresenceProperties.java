package ft.transcendence.users.presence;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings for presence.
 *
 * @param timeout how long a user is present after the last sign of life
 * @param writeInterval how often a sign of life of the same session is stored at most
 * @param playingTimeout how long a user is in game after the last update of the match
 */
@Validated
@ConfigurationProperties(prefix = "users.presence", ignoreUnknownFields = false)
record PresenceProperties(
        @DefaultValue("45s") @DurationMin(seconds = 1) Duration timeout,
        @DefaultValue("15s") @DurationMin(seconds = 1) Duration writeInterval,
        @DefaultValue("2m") @DurationMin(seconds = 1) Duration playingTimeout) {

    PresenceProperties {
        Duration twice = writeInterval.multipliedBy(2);
        if (twice.compareTo(timeout) > 0 || twice.compareTo(playingTimeout) > 0) {
            throw new IllegalArgumentException(
                    "users.presence.write-interval must be at most half of timeout and of playing-timeout");
        }
    }
}
