package ft.transcendence.users.standing;

import java.util.List;
import java.util.UUID;

/**
 * What is read of the event {@code ft.transcendence.match.completed.v1}.
 *
 * @param matchId which match
 * @param players who played, and how it went
 */
record MatchCompleted(UUID matchId, List<Player> players) {

    static final String TYPE = "ft.transcendence.match.completed.v1";

    MatchCompleted {
        if (matchId == null || players == null || players.isEmpty()) {
            throw new IllegalArgumentException("A completed match has an id and players");
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
