package ft.transcendence.matches.player;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Registers players by their user id. */
@Service
public class PlayerRegistry {

    private final JdbcClient jdbc;

    PlayerRegistry(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Registers players for a match and locks them until the transaction ends. Unknown players are added: the event
     * with a new profile may not have arrived yet, and its owner wants to play now.
     *
     * @return those whose accounts were deleted and who therefore cannot play
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<UUID> admit(Collection<UUID> players) {
        UUID[] ids = players.toArray(UUID[]::new);
        jdbc.sql("""
                        INSERT INTO player (user_id) SELECT player FROM unnest(:players) player ORDER BY player
                        ON CONFLICT (user_id) DO NOTHING
                        """).param("players", ids).update();
        record Row(UUID userId, boolean erased) {}
        List<Row> rows = jdbc.sql("""
                        SELECT user_id, erased_at IS NOT NULL erased FROM player
                        WHERE user_id = ANY (:players) ORDER BY user_id FOR UPDATE
                        """)
                .param("players", ids)
                .query((row, number) -> new Row(row.getObject("user_id", UUID.class), row.getBoolean("erased")))
                .list();
        Set<UUID> erased = new TreeSet<>();
        rows.stream().filter(Row::erased).map(Row::userId).forEach(erased::add);
        return erased;
    }
}
