package ft.transcendence.users.totals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Stores players' totals, in the table {@code standing}. They are read with the users. */
@Service
public class PlayerTotalsRepository {

    private record PlayerTotals(UUID player, Totals totals) {}

    private final JdbcClient jdbc;

    PlayerTotalsRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds a match's result to its players' totals, unless the match was counted or voided before. A single statement
     * locks the match first and then its players, ordered by id. Returns what was counted.
     */
    Optional<ResultCounted> addResult(MatchResult match) {
        List<MatchResult.Player> players = match.players();
        List<PlayerTotals> counted = jdbc.sql("""
                        WITH counted AS (
                            INSERT INTO counted_match (match_id, voided, announced) VALUES (:match, false, true)
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
                        RETURNING user_id, wins, losses, total_score
                        """)
                .param("match", match.matchId())
                .param("users", players.stream().map(MatchResult.Player::userId).toArray(UUID[]::new))
                .param("won", players.stream().map(MatchResult.Player::won).toArray(Boolean[]::new))
                .param(
                        "scores",
                        players.stream().mapToInt(MatchResult.Player::score).toArray())
                .query(PlayerTotalsRepository::read)
                .list();
        return counted.isEmpty() ? Optional.empty() : Optional.of(new ResultCounted(match, byPlayer(counted)));
    }

    /**
     * Subtracts a match's result from its players' totals. If the match was not counted yet, it never will be. Returns
     * what no longer counts.
     */
    Optional<ResultUncounted> voidResult(MatchResult match) {
        return markVoided(match.matchId())
                .map(announced -> new ResultUncounted(
                        match,
                        byPlayer(inLockOrder(match).stream()
                                .map(this::subtract)
                                .flatMap(Optional::stream)
                                .toList()),
                        announced));
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
     * Marks a match as voided. If it was counted until now, returns whether that was announced; the match's row decides
     * between concurrent events.
     */
    private Optional<Boolean> markVoided(UUID matchId) {
        boolean neverCounted =
                jdbc.sql("INSERT INTO counted_match (match_id, voided) VALUES (?, true) ON CONFLICT DO NOTHING")
                                .param(matchId)
                                .update()
                        == 1;
        return neverCounted
                ? Optional.empty()
                : jdbc.sql("UPDATE counted_match SET voided = true WHERE match_id = ? AND NOT voided"
                                + " RETURNING announced")
                        .param(matchId)
                        .query(Boolean.class)
                        .optional();
    }

    private Optional<PlayerTotals> subtract(MatchResult.Player player) {
        return jdbc.sql("""
                        UPDATE standing
                        SET wins = wins - :wins, losses = losses - :losses, total_score = total_score - :score
                        WHERE user_id = :user
                        RETURNING user_id, wins, losses, total_score
                        """)
                .param("user", player.userId())
                .param("wins", player.won() ? 1 : 0)
                .param("losses", player.won() ? 0 : 1)
                .param("score", player.score())
                .query(PlayerTotalsRepository::read)
                .optional();
    }

    private static PlayerTotals read(ResultSet row, int number) throws SQLException {
        return new PlayerTotals(row.getObject(1, UUID.class), new Totals(row.getInt(2), row.getInt(3), row.getLong(4)));
    }

    private static Map<UUID, Totals> byPlayer(List<PlayerTotals> players) {
        Map<UUID, Totals> totals = new HashMap<>();
        players.forEach(player -> totals.put(player.player(), player.totals()));
        return totals;
    }
}
