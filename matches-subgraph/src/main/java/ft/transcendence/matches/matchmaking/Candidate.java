package ft.transcendence.matches.matchmaking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Players who wait for a match together: one, or two who want to be a team.
 *
 * @param ticket the id of their queue ticket
 * @param strength their average rating, in rating points
 * @param deviation the root mean square of their ratings' deviations, in rating points
 */
record Candidate(UUID ticket, List<UUID> players, double strength, double deviation, Instant joinedAt) {

    Candidate {
        players = List.copyOf(players);
    }

    int size() {
        return players.size();
    }

    double distance(Candidate other) {
        return Math.abs(strength - other.strength);
    }

    /** How long they have waited; zero if they joined after that time, by another instance's clock. */
    Duration waited(Instant now) {
        Duration waited = Duration.between(joinedAt, now);
        return waited.isNegative() ? Duration.ZERO : waited;
    }
}
