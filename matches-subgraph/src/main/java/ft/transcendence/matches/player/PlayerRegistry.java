package ft.transcendence.matches.player;

import java.util.Collection;
import java.util.List;
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
     * A registered player.
     *
     * @param isErased whether the account was deleted, so that the player cannot play
     * @param isNamed whether the users subgraph has published the player's profile
     */
    public record Registered(UUID userId, boolean isErased, boolean isNamed) {}

    /**
     * Registers players for a match and locks them until the transaction ends. Unknown players are added: the event
     * with a new profile may not have arrived yet, and its owner wants to play now.
     *
     * @return what is known of each
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Registered> admit(Collection<UUID> players) {
        register(players);
        return lock(players);
    }

    /** Adds those of these players who are unknown. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void register(Collection<UUID> players) {
        jdbc.sql("""
                        INSERT INTO player (user_id) SELECT player FROM unnest(:players) player ORDER BY player
                        ON CONFLICT (user_id) DO NOTHING
                        """).param("players", players.toArray(UUID[]::new)).update();
    }

    /**
     * Locks players until the transaction ends, always in the same order.
     *
     * @return what is known of each; unknown ones are absent
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Registered> lock(Collection<UUID> players) {
        return jdbc.sql("""
                        SELECT user_id, erased_at IS NOT NULL erased, profile_version IS NOT NULL named FROM player
                        WHERE user_id = ANY (:players) ORDER BY user_id FOR UPDATE
                        """)
                .param("players", players.toArray(UUID[]::new))
                .query((row, number) -> new Registered(
                        row.getObject("user_id", UUID.class), row.getBoolean("erased"), row.getBoolean("named")))
                .list();
    }
}
