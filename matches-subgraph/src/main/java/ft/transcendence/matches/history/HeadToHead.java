package ft.transcendence.matches.history;

import ft.transcendence.subgraph.error.ClientException;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What two players did against each other in completed matches, from the first one's side.
 *
 * @param pointsFor points of the player's teams
 * @param pointsAgainst points of the opponent's teams
 */
record HeadToHead(UUID playerId, UUID opponentId, int played, int wins, int losses, int pointsFor, int pointsAgainst) {

    /** Adds up the matches of two players. */
    @Component
    static class Reader {

        private final JdbcClient jdbc;

        Reader(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        HeadToHead between(UUID player, UUID opponent) {
            if (player.equals(opponent)) {
                throw ClientException.badInput("Nobody plays against themselves.");
            }
            return jdbc.sql("""
                            select count(*) played,
                                count(*) filter (where mine.outcome = 'WIN') wins,
                                count(*) filter (where mine.outcome = 'LOSS') losses,
                                coalesce(sum(case mine.team when 'ONE' then score_one else score_two end), 0) points_for,
                                coalesce(sum(case mine.team when 'ONE' then score_two else score_one end), 0) points_against
                            from match_player mine
                                join match_player theirs on theirs.match_id = mine.match_id and theirs.team <> mine.team
                                join match on match.id = mine.match_id
                            where mine.user_id = :player and theirs.user_id = :opponent and match.status = 'COMPLETED'
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
