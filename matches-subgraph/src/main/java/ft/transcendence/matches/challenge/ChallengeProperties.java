package ft.transcendence.matches.challenge;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings for challenges.
 *
 * @param lifetime how long a challenge can be accepted
 * @param perHour how many challenges a player can send within an hour
 * @param checkEvery how often expired challenges are looked for
 */
@Validated
@ConfigurationProperties(prefix = "matches.challenge", ignoreUnknownFields = false)
record ChallengeProperties(
        @DefaultValue("5m") @DurationMin(seconds = 1) Duration lifetime,
        @DefaultValue("30") @Min(1) int perHour,
        @DefaultValue("5s") @DurationMin(millis = 1) Duration checkEvery) {}
