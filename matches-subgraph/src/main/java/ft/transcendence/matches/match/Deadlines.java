package ft.transcendence.matches.match;

import ft.transcendence.matches.observation.ObservedTime;
import java.time.Instant;

/**
 * The instants before which an open match must not have been created, reported on for the last time, frozen, or started.
 * They are so far back in the time that this service observed: its own restarts and outages do not count.
 */
record Deadlines(Instant waitingSince, Instant silentSince, Instant frozenSince, Instant playingSince) {

    static Deadlines of(TimeoutProperties limits, ObservedTime observed) {
        return new Deadlines(
                observed.latestBefore(limits.waiting()),
                observed.latestBefore(limits.silence()),
                observed.latestBefore(limits.grace()),
                observed.latestBefore(limits.playing()));
    }
}
