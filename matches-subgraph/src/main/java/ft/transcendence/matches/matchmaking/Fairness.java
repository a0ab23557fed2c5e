package ft.transcendence.matches.matchmaking;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Who may play whom at one moment.
 *
 * @param window how far apart ratings may be
 * @param patience after this wait a candidate comes first, and may meet the same opponent again
 */
record Fairness(RatingWindow window, Duration patience, Encounters encounters, Instant now) {

    /** Whether the ratings of two candidates allow a match. */
    boolean near(Candidate one, Candidate other) {
        return window.allows(one, other, now);
    }

    /** Whether a player of one has blocked a player of the other. */
    boolean blocked(Candidate one, Candidate other) {
        return anyPair(one, other, encounters::blocked);
    }

    /** Whether players of both would meet a third time in a row although somebody else may come. */
    boolean repeated(Candidate one, Candidate other) {
        return !isOverdue(one) && !isOverdue(other) && anyPair(one, other, encounters::repeated);
    }

    boolean isOverdue(Candidate candidate) {
        return candidate.waited(now).compareTo(patience) >= 0;
    }

    private interface PairTest {
        boolean test(UUID one, UUID other);
    }

    private static boolean anyPair(Candidate one, Candidate other, PairTest test) {
        for (UUID player : one.players()) {
            for (UUID opponent : other.players()) {
                if (test.test(player, opponent)) {
                    return true;
                }
            }
        }
        return false;
    }
}
