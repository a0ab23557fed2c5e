package ft.transcendence.matches.match;

import ft.transcendence.subgraph.mutation.ChangeRejectedException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knows who is in a match. */
@Component
public class MatchAvailability {

    private final JdbcClient jdbc;

    MatchAvailability(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Gives a helpful error where the unique index would reject the match anyway. The caller has locked the players.
     *
     * @throws ChangeRejectedException with {@link MatchErrorCode#PLAYER_BUSY} if one of them is in an open match
     */
    public void requireAvailable(Collection<UUID> players) {
        List<UUID> busy = jdbc.sql(
                        "SELECT user_id FROM match_player WHERE open AND user_id = ANY (:players) ORDER BY user_id")
                .param("players", players.toArray(UUID[]::new))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
        if (!busy.isEmpty()) {
            throw new ChangeRejectedException(
                    MatchErrorCode.PLAYER_BUSY, "These players are in another match: " + busy + ".", null);
        }
    }
}
