package ft.transcendence.matches.block;

import ft.transcendence.matches.player.PlayerErased;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Knows which players block which. It follows the users subgraph by a fraction of a second. */
@Service
public class Blocks {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Blocks(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Whether one of the two blocks the other. */
    public boolean isBetween(UUID one, UUID other) {
        return jdbc.sql("""
                        SELECT EXISTS (
                            SELECT FROM player_block
                            WHERE blocker = :one AND blocked = :other OR blocker = :other AND blocked = :one
                        )
                        """)
                .param("one", one)
                .param("other", other)
                .query(Boolean.class)
                .single();
    }

    /** The pairs of these players of whom one blocks the other. */
    public Set<Set<UUID>> among(Collection<UUID> players) {
        return Set.copyOf(jdbc.sql(
                        "SELECT blocker, blocked FROM player_block WHERE blocker = ANY (:players) AND blocked = ANY (:players)")
                .param("players", players.toArray(UUID[]::new))
                .query((row, number) -> Set.of(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void add(Block block) {
        jdbc.sql("INSERT INTO player_block (blocker, blocked) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(block.blocker(), block.blocked())
                .update();
        events.publishEvent(new PlayerBlocked(block.blocker(), block.blocked()));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void remove(Block block) {
        jdbc.sql("DELETE FROM player_block WHERE blocker = ? AND blocked = ?")
                .params(block.blocker(), block.blocked())
                .update();
    }

    @EventListener
    void on(PlayerErased event) {
        jdbc.sql("DELETE FROM player_block WHERE blocker = :player OR blocked = :player")
                .param("player", event.userId())
                .update();
    }
}
