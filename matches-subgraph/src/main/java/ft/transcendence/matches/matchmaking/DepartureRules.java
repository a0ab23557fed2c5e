package ft.transcendence.matches.matchmaking;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * For how long players may not join the queue who leave matches before the start. Each departure counts for a while; the
 * wait doubles with every one after those that are free.
 *
 * @param counted how long a departure counts
 * @param free how many departures have no consequence
 * @param firstBan the wait after the next one
 * @param longestBan no wait is longer
 */
record DepartureRules(Duration counted, int free, Duration firstBan, Duration longestBan) {

    /** Doubling more often exceeds any sensible limit. */
    private static final int MOST_DOUBLINGS = 30;

    DepartureRules {
        if (!counted.isPositive() || !firstBan.isPositive() || longestBan.compareTo(firstBan) < 0) {
            throw new IllegalArgumentException("matches.queue.departures: durations must be positive, and longest-ban"
                    + " must not be shorter than first-ban");
        }
        if (free < 0) {
            throw new IllegalArgumentException("matches.queue.departures.free must not be negative");
        }
    }

    /** When a player with these departures, all of which count, may join again; empty if at once. */
    Optional<Instant> bannedUntil(Collection<Instant> departures, Instant now) {
        int doublings = departures.size() - free - 1;
        if (doublings < 0) {
            return Optional.empty();
        }
        return departures.stream()
                .max(Instant::compareTo)
                .map(last -> last.plus(ban(doublings)))
                .filter(now::isBefore);
    }

    private Duration ban(int doublings) {
        Duration ban = firstBan.multipliedBy(1L << Math.min(doublings, MOST_DOUBLINGS));
        return ban.compareTo(longestBan) < 0 ? ban : longestBan;
    }
}
