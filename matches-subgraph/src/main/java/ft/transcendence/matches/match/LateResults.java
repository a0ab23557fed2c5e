package ft.transcendence.matches.match;

import ft.transcendence.matches.observation.Observations;
import ft.transcendence.matches.player.PlayerRegistry;
import ft.transcendence.subgraph.mutation.ChangeRejectedException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Decides whether the result of a match still counts that was aborted because its game server fell silent. It does for a
 * while, unless one of the players has gone on: ratings and statistics follow the order in which matches were played.
 */
@Component
class LateResults {

    private final Observations observations;
    private final PlayerRegistry players;
    private final TimeoutProperties limits;
    private final JdbcClient jdbc;

    LateResults(Observations observations, PlayerRegistry players, TimeoutProperties limits, JdbcClient jdbc) {
        this.observations = observations;
        this.players = players;
        this.limits = limits;
        this.jdbc = jdbc;
    }

    /**
     * Returns normally if the result of this match is accepted. The caller holds the match's lock; its players are locked
     * here, so that none of them can enter another match meanwhile.
     *
     * @throws ChangeRejectedException with {@link MatchErrorCode#RESULT_TOO_LATE} or {@link
     *     MatchErrorCode#RESULT_SUPERSEDED}
     */
    void requireAcceptable(Match match) {
        Duration accepted = limits.lateResults();
        Instant earliest = observations.read().latestBefore(accepted);
        if (match.endedAt().orElseThrow().isBefore(earliest)) {
            throw new ChangeRejectedException(
                    MatchErrorCode.RESULT_TOO_LATE,
                    "The match was aborted because its game server was silent. Its result was accepted for %d minutes."
                            .formatted(accepted.toMinutes()),
                    "matchId");
        }
        List<UUID> playerIds = match.players().stream().map(MatchPlayer::userId).toList();
        var _ = players.lock(playerIds);
        if (haveGoneOn(match.id(), playerIds)) {
            throw new ChangeRejectedException(
                    MatchErrorCode.RESULT_SUPERSEDED,
                    "The match was aborted because its game server was silent. A player has been in another match since.",
                    "matchId");
        }
    }

    /** A later match that was aborted depends on nothing. */
    private boolean haveGoneOn(UUID match, List<UUID> playerIds) {
        return jdbc.sql("""
                        SELECT EXISTS (
                            SELECT FROM match_player later JOIN match ON match.id = later.match_id
                            WHERE later.user_id = ANY (:players) AND (later.match_id > :match OR later.open)
                                AND match.status <> 'ABORTED')
                        """)
                .param("players", playerIds.toArray(UUID[]::new))
                .param("match", match)
                .query(Boolean.class)
                .single();
    }
}
