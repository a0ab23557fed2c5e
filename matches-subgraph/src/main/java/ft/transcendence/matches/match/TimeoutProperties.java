package ft.transcendence.matches.match;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Time limits for open matches, so that no player is stuck in an abandoned one. Only time in which game servers could reach this service
 * counts.
 *
 * @param waiting how long a match may wait for its start
 * @param silence how long the game server of a running match may be silent
 * @param grace how long a frozen match waits for its game server to come back
 * @param playing how long a match may run
 * @param lateResults how long the result is accepted of a match that was aborted because its game server was silent
 * @param checkEvery how often matches are checked
 */
@ConfigurationProperties(prefix = "matches.timeouts", ignoreUnknownFields = false)
record TimeoutProperties(
        Duration waiting,
        Duration silence,
        Duration grace,
        Duration playing,
        Duration lateResults,
        Duration checkEvery) {

    TimeoutProperties {
        requirePositive("waiting", waiting);
        requirePositive("silence", silence);
        requirePositive("grace", grace);
        requirePositive("playing", playing);
        requirePositive("late-results", lateResults);
        requirePositive("check-every", checkEvery);
    }

    private static void requirePositive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("matches.timeouts." + name + " must be positive");
        }
    }
}
