package ft.transcendence.users.totals;

import java.util.List;
import java.util.UUID;

/**
 * What is read of the events {@code ft.transcendence.match.completed.v1} and {@code ft.transcendence.match.voided.v1}: the
 * second carries what the first said.
 *
 * @param matchId which match
 * @param players who played, and how it went
 */
record MatchResult(UUID matchId, List<Player> players) {

    static final String COMPLETED = "ft.transcendence.match.completed.v1";
    static final String VOIDED = "ft.transcendence.match.voided.v1";

    MatchResult {
        if (matchId == null || players == null || players.isEmpty()) {
            throw new IllegalArgumentException("A match with a result has an id and players");
        }
        players = List.copyOf(players);
    }

    record Player(UUID userId, int score, Outcome outcome) {

        Player {
            if (userId == null || outcome == null || score < 0) {
                throw new IllegalArgumentException("A player has an id, a score and an outcome");
            }
        }

        boolean won() {
            return outcome == Outcome.WIN;
        }
    }

    enum Outcome {
        WIN,
        LOSS
    }
}
