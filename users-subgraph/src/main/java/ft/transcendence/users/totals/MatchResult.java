package ft.transcendence.users.totals;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The part of the events {@code ft.transcendence.match.completed.v1} and {@code ft.transcendence.match.voided.v1} that
 * is used here. A voided event repeats the data of the completed one.
 *
 * @param matchId the id of the match
 * @param mode the mode; later versions may add others
 * @param finishReason why the match ended; later versions may add others
 * @param players the players and their outcomes
 */
public record MatchResult(UUID matchId, String mode, String finishReason, Instant completedAt, List<Player> players) {

    public static final String SOLO = "ONE_VS_ONE";
    public static final String TEAM = "TWO_VS_TWO";

    static final String COMPLETED = "ft.transcendence.match.completed.v1";
    static final String VOIDED = "ft.transcendence.match.voided.v1";

    private static final String PLAYED_TO_THE_END = "SCORE";

    public MatchResult {
        if (matchId == null || mode == null || finishReason == null || completedAt == null) {
            throw new IllegalArgumentException("A match with a result has an id, a mode, a reason and an end");
        }
        if (players == null || players.isEmpty()) {
            throw new IllegalArgumentException("A match with a result has players");
        }
        players = List.copyOf(players);
    }

    List<UUID> playerIds() {
        return players.stream().map(Player::userId).toList();
    }

    /** Whether the match ended because the winners reached the points to win. */
    public boolean isPlayedToTheEnd() {
        return finishReason.equals(PLAYED_TO_THE_END);
    }

    public Stream<Player> opponentsOf(Player player) {
        return players.stream().filter(other -> other.outcome != player.outcome);
    }

    /**
     * A player of the match.
     *
     * @param score the points of the player's team
     */
    public record Player(UUID userId, int score, Outcome outcome) {

        public Player {
            if (userId == null || outcome == null || score < 0) {
                throw new IllegalArgumentException("A player has an id, a score and an outcome");
            }
        }

        public boolean won() {
            return outcome == Outcome.WIN;
        }
    }

    /** How a match ended for a player. */
    public enum Outcome {
        WIN,
        LOSS
    }
}
