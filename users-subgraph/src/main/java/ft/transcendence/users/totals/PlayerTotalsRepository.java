package ft.transcendence.users.totals;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Stores players' totals, in the table {@code standing}. They are read with the users. */
@Service
public class PlayerTotalsRepository {

    private final JdbcClient jdbc;

    PlayerTotalsRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds a match's result to its players' totals, unless the match was counted or voided before. A single statement
     * locks the match first and then its players, ordered by id.
     */
    void addResult(MatchResult match) {
        List<MatchResult.Player> players = match.players();
        jdbc.sql("""
                        WITH counted AS (
                            INSERT INTO counted_match (match_id, voided) VALUES (:match, false)
                            ON CONFLICT DO NOTHING
                            RETURNING match_id
                        )
                        INSERT INTO standing (user_id, wins, losses, total_score)
                        SELECT user_id, won::int, (NOT won)::int, score
                        FROM counted CROSS JOIN unnest(:users, :won, :scores) AS player (user_id, won, score)
                        WHERE NOT EXISTS (SELECT FROM erasure WHERE erasure.user_id = player.user_id)
                        ORDER BY user_id
                        ON CONFLICT (user_id) DO UPDATE
                        SET wins = standing.wins + excluded.wins,
                            losses = standing.losses + excluded.losses,
                            total_score = standing.total_score + excluded.total_score
                        """)
                .param("match", match.matchId())
                .param("users", players.stream().map(MatchResult.Player::userId).toArray(UUID[]::new))
                .param("won", players.stream().map(MatchResult.Player::won).toArray(Boolean[]::new))
                .param(
                        "scores",
                        players.stream().mapToInt(MatchResult.Player::score).toArray())
                .update();
    }

    /** Subtracts a match's result from its players' totals. If the match was not counted yet, it never will be. */
    void voidResult(MatchResult match) {
        if (markVoided(match.matchId())) {
            inLockOrder(match).forEach(this::subtract);
        }
    }

    /** Deletes a player's totals. */
    public void remove(UUID user) {
        jdbc.sql("DELETE FROM standing WHERE user_id = ?").param(user).update();
    }

    /** Always the same order, so that concurrent matches of the same players cannot deadlock. */
    private static List<MatchResult.Player> inLockOrder(MatchResult match) {
        return match.players().stream()
                .sorted(Comparator.comparing(MatchResult.Player::userId))
                .toList();
    }

    /**
     * Marks a match as voided. Returns true if it was counted until now; the match's row decides between concurrent
     * events.
     */
    private boolean markVoided(UUID matchId) {
        boolean neverCounted =
                jdbc.sql("INSERT INTO counted_match (match_id, voided) VALUES (?, true) ON CONFLICT DO NOTHING")
                                .param(matchId)
                                .update()
                        == 1;
        return !neverCounted
                && jdbc.sql("UPDATE counted_match SET voided = true WHERE match_id = ? AND NOT voided")
                                .param(matchId)
                                .update()
                        == 1;
    }

    private void subtract(MatchResult.Player player) {
        jdbc.sql("""
                        UPDATE standing
                        SET wins = wins - :wins, losses = losses - :losses, total_score = total_score - :score
                        WHERE user_id = :user
                        """)
                .param("user", player.userId())
                .param("wins", player.won() ? 1 : 0)
                .param("losses", player.won() ? 0 : 1)
                .param("score", player.score())
                .update();
    }
}
