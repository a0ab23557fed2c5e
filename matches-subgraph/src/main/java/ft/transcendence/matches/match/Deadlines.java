package ft.transcendence.matches.match;

import ft.transcendence.matches.observation.ObservedTime;
import java.time.Instant;
import java.util.Optional;

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

    /** Why a match that has missed one of them ends; empty if it has missed none, or has ended. */
    Optional<FinishReason> missedBy(Match match) {
        return switch (match.status()) {
            case CREATED, READY ->
                match.createdAt().isBefore(waitingSince) ? Optional.of(FinishReason.TIMEOUT) : Optional.empty();
            case LIVE -> {
                if (match.startedAt().orElseThrow().isBefore(playingSince)) {
                    yield Optional.of(FinishReason.TIMEOUT);
                }
                yield isAbandoned(match) ? Optional.of(FinishReason.SERVER_FAULT) : Optional.empty();
            }
            case COMPLETED, ABORTED, VOIDED -> Optional.empty();
        };
    }

    private boolean isAbandoned(Match match) {
        return match.lastSignalAt().isBefore(silentSince)
                || match.frozenAt().filter(frozenSince::isAfter).isPresent();
    }
}
