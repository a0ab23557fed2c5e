package ft.transcendence.platform.launcher;

import java.time.Duration;
import java.util.Optional;

/**
 * When a part that ended by itself is started again: soon at first, then at doubling distances, and not at all once it has ended too
 * often without having worked for a while in between.
 *
 * @param firstDelay how long the first end in a row waits
 * @param longestDelay the most an end waits
 * @param resetAfter a part that worked for so long ended for a new reason: counting begins anew
 * @param maxFailures the end in a row that is the last
 * @param probeInterval how often a ready part is asked whether it can work
 * @param failureThreshold how many questions in a row a part may leave unanswered
 */
record RestartPolicy(
        Duration firstDelay, Duration longestDelay, Duration resetAfter, int maxFailures, Duration probeInterval, int failureThreshold) {

    /** Six ends in a row take a minute and are given up; half a minute without an answer, or a minute of slow ones, is an end. */
    static final RestartPolicy STANDARD = new RestartPolicy(
            Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMinutes(2), 6, Duration.ofSeconds(5), 6);

    /**
     * How long to wait before the next start; empty when there is to be none.
     *
     * @param ends how many ends there were in a row, this one included
     */
    Optional<Duration> delayAfter(int ends) {
        if (ends >= maxFailures) {
            return Optional.empty();
        }
        Duration delay = firstDelay;
        for (int end = 1; end < ends && delay.compareTo(longestDelay) < 0; end++) {
            delay = delay.multipliedBy(2);
        }
        return Optional.of(delay.compareTo(longestDelay) < 0 ? delay : longestDelay);
    }

    /** How many ends in a row there are now, when there were {@code before} and the part worked for {@code lived} since. */
    int consecutiveFailures(int before, Duration lived) {
        return lived.compareTo(resetAfter) >= 0 ? 1 : before + 1;
    }
}
