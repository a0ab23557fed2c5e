package ft.transcendence.matches.match;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long matches may stay open, so that nobody is stuck in a dead one.
 *
 * @param waiting how long a match may wait for its start
 * @param silence how long nothing may be heard of the game server of a running match
 * @param playing how long a match may run, whatever is heard
 * @param checkEvery how often overdue matches are looked for
 */
@ConfigurationProperties(prefix = "matches.timeouts", ignoreUnknownFields = false)
record TimeoutProperties(Duration waiting, Duration silence, Duration playing, Duration checkEvery) {

    TimeoutProperties {
        requirePositive("waiting", waiting);
        requirePositive("silence", silence);
        requirePositive("playing", playing);
        requirePositive("check-every", checkEvery);
    }

    private static void requirePositive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("matches.timeouts." + name + " must be longer than nothing");
        }
    }
}
