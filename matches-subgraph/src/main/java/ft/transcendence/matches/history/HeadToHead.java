package ft.transcendence.matches.history;

import ft.transcendence.subgraph.error.ClientException;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The record of a player against an opponent in matches that count.
 *
 * @param pointsFor the points of the player's teams
 * @param pointsAgainst the points of the opponent's teams
 */
record HeadToHead(UUID playerId, UUID opponentId, int played, int wins, int losses, int pointsFor, int pointsAgainst) {

    /** Computes the record of two players. */
    @Component
    static class Reader {

        private final JdbcClient jdbc;

        Reader(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        HeadToHead between(UUID player, UUID opponent) {
            if (player.equals(opponent)) {
                throw ClientException.badInput("Choose two different players.");
            }
            return jdbc.sql("""
                            SELECT count(*) played,
                                count(*) FILTER (WHERE mine.outcome = 'WIN') wins,
                                count(*) FILTER (WHERE mine.outcome = 'LOSS') losses,
                                coalesce(sum(CASE mine.team WHEN 'ONE' THEN score_one ELSE score_two END), 0) points_for,
                                coalesce(sum(CASE mine.team WHEN 'ONE' THEN score_two ELSE score_one END), 0) points_against
                            FROM match_player mine
                                JOIN match_player theirs ON theirs.match_id = mine.match_id AND theirs.team <> mine.team
                                JOIN match ON match.id = mine.match_id
                            WHERE mine.user_id = :player AND theirs.user_id = :opponent
                                AND match.status = 'COMPLETED' AND NOT match.doubtful
                            """)
                    .param("player", player)
                    .param("opponent", opponent)
                    .query((row, number) -> new HeadToHead(
                            player,
                            opponent,
                            row.getInt("played"),
                            row.getInt("wins"),
                            row.getInt("losses"),
                            row.getInt("points_for"),
                            row.getInt("points_against")))
                    .single();
        }
    }
}
