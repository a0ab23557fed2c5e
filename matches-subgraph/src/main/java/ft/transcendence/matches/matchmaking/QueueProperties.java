package ft.transcendence.matches.matchmaking;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of the queue.
 *
 * @param window how far apart the ratings of opponents may be
 * @param patience after this wait a player is served first, and may meet the same opponent a third time in a row
 * @param presence how long a ticket lives without an open stream or a repeated request of its player
 * @param remembered how long closed tickets are kept, from which waits are estimated
 * @param capacity how many tickets may be open in each mode
 * @param matchEvery how often matches are made
 * @param seeEvery how often open streams show that their players are present; several times in {@code presence}
 * @param departures for how long players may not join who left matches
 */
@Validated
@ConfigurationProperties(prefix = "matches.queue", ignoreUnknownFields = false)
record QueueProperties(
        RatingWindow window,
        @DurationMin(nanos = 1) Duration patience,
        @DurationMin(nanos = 1) Duration presence,
        @DurationMin(nanos = 1) Duration remembered,
        @Min(1) int capacity,
        @DurationMin(nanos = 1) Duration matchEvery,
        @DurationMin(nanos = 1) Duration seeEvery,
        DepartureRules departures) {

    QueueProperties {
        if (seeEvery.multipliedBy(2).compareTo(presence) > 0) {
            throw new IllegalArgumentException(
                    "matches.queue.see-every must be at most half of matches.queue.presence, so that a late sign is in time");
        }
    }
}
