package ft.transcendence.matches.match;

import ft.transcendence.matches.doubt.Doubts;
import ft.transcendence.matches.doubt.PlayedMatch;
import ft.transcendence.matches.doubt.PlayedMatch.Encounter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads, in one statement, what the players of a match have played before. */
@Repository
class MatchEvidence {

    private static final Duration HOUR = Duration.ofHours(1);

    /**
     * The row of this match's loser counts as well, so the first match is at least this one. A player who is not new may
     * have thousands of matches; those are not counted.
     */
    private static final String ENCOUNTERS = """
            SELECT first.created_at AS playing_since,
                1 + (SELECT count(*) FROM match_player mine
                    JOIN match_player theirs ON theirs.match_id = mine.match_id AND theirs.team <> mine.team
                    WHERE mine.user_id = loser.user_id AND mine.match_id >= :anHourAgo AND mine.outcome IS NOT NULL
                        AND theirs.user_id = winner.user_id) AS in_the_last_hour,
                1 + career.played AS played, 1 + career.lost AS lost
            FROM unnest(:winners) winner (user_id) CROSS JOIN unnest(:losers) loser (user_id)
            CROSS JOIN LATERAL (
                SELECT match.id, match.created_at FROM match_player JOIN match ON match.id = match_id
                WHERE match_player.user_id = loser.user_id ORDER BY match_id LIMIT 1) first
            CROSS JOIN LATERAL (
                SELECT count(*) AS played, count(theirs.user_id) FILTER (WHERE mine.outcome = 'LOSS') AS lost
                FROM match_player mine
                    LEFT JOIN match_player theirs ON theirs.match_id = mine.match_id AND theirs.match_id >= first.id
                        AND theirs.team <> mine.team AND theirs.user_id = winner.user_id
                WHERE first.id >= :firstOfNewPlayers AND mine.user_id = loser.user_id AND mine.outcome IS NOT NULL) career
            """;

    private final JdbcClient jdbc;
    private final Doubts doubts;

    MatchEvidence(JdbcClient jdbc, Doubts doubts) {
        this.jdbc = jdbc;
        this.doubts = doubts;
    }

    /** What is known of a match that has just been completed, but is not stored yet. */
    PlayedMatch of(Match match) {
        Instant endedAt = match.endedAt().orElseThrow();
        Team winner = match.winner().orElseThrow();
        List<Encounter> encounters = jdbc.sql(ENCOUNTERS)
                .param("winners", match.team(winner).toArray(UUID[]::new))
                .param("losers", match.team(winner.opponent()).toArray(UUID[]::new))
                .param("anHourAgo", MatchIds.lowest(endedAt.minus(HOUR)))
                .param("firstOfNewPlayers", MatchIds.lowest(endedAt.minus(doubts.newPlayer())))
                .query((row, number) -> new Encounter(
                        row.getInt("in_the_last_hour"),
                        row.getTimestamp("playing_since").toInstant(),
                        row.getInt("played"),
                        row.getInt("lost")))
                .list();
        int highestScore = Math.max(match.score().teamOne(), match.score().teamTwo());
        return new PlayedMatch(match.startedAt().orElseThrow(), endedAt, highestScore, encounters);
    }
}
