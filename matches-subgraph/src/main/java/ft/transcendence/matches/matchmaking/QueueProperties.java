package ft.transcendence.matches.matchmaking;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

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
@ConfigurationProperties(prefix = "matches.queue", ignoreUnknownFields = false)
record QueueProperties(
        RatingWindow window,
        Duration patience,
        Duration presence,
        Duration remembered,
        int capacity,
        Duration matchEvery,
        Duration seeEvery,
        DepartureRules departures) {

    QueueProperties {
        requirePositive("patience", patience);
        requirePositive("presence", presence);
        requirePositive("remembered", remembered);
        requirePositive("match-every", matchEvery);
        requirePositive("see-every", seeEvery);
        if (seeEvery.multipliedBy(2).compareTo(presence) > 0) {
            throw new IllegalArgumentException(
                    "matches.queue.see-every must be at most half of matches.queue.presence, so that a late sign is in time");
        }
        if (capacity < 1) {
            throw new IllegalArgumentException("matches.queue.capacity must be positive");
        }
    }

    private static void requirePositive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("matches.queue." + name + " must be positive");
        }
    }
}
