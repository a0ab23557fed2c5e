package ft.transcendence.platform.launcher;

import java.time.Duration;
import java.util.Optional;

/**
 * When a part that exited unexpectedly is restarted: with exponential backoff, and no more once it has failed too often without having
 * worked for a while in between.
 *
 * @param firstDelay the delay after the first failure
 * @param longestDelay the maximum delay
 * @param resetAfter a part that worked for this long starts with a failure count of zero
 * @param maxFailures the number of consecutive failures after which the part is given up
 * @param probeInterval the interval of liveness probes
 * @param failureThreshold the number of consecutive failed probes after which a part is killed
 */
record RestartPolicy(
        Duration firstDelay,
        Duration longestDelay,
        Duration resetAfter,
        int maxFailures,
        Duration probeInterval,
        int failureThreshold) {

    /** Six failures in a row take a minute. Half a minute without an answer, or a minute of slow answers, is a failure. */
    static final RestartPolicy STANDARD = new RestartPolicy(
            Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMinutes(2), 6, Duration.ofSeconds(5), 6);

    /**
     * The delay before the next start; empty if the part is given up.
     *
     * @param failures consecutive failures, including this one
     */
    Optional<Duration> delayAfter(int failures) {
        if (failures >= maxFailures) {
            return Optional.empty();
        }
        Duration delay = firstDelay;
        for (int failure = 1; failure < failures && delay.compareTo(longestDelay) < 0; failure++) {
            delay = delay.multipliedBy(2);
        }
        return Optional.of(delay.compareTo(longestDelay) < 0 ? delay : longestDelay);
    }

    /** The number of consecutive failures, given {@code before} and that the part worked for {@code lived} since then. */
    int consecutiveFailures(int before, Duration lived) {
        return lived.compareTo(resetAfter) >= 0 ? 1 : before + 1;
    }
}
