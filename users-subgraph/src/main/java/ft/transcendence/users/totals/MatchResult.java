package ft.transcendence.users.totals;

import java.util.List;
import java.util.UUID;

/**
 * The part of the events {@code ft.transcendence.match.completed.v1} and {@code ft.transcendence.match.voided.v1} that
 * is used here. A voided event repeats the data of the completed one.
 *
 * @param matchId the id of the match
 * @param players the players and their outcomes
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

    List<UUID> playerIds() {
        return players.stream().map(Player::userId).toList();
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
