package ft.transcendence.matches.match;

import ft.transcendence.matches.player.PlayerErased;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forgets which matches a moderator took back when their account was deleted; that they were, and why, stays. */
@Component
class ModeratorErasureListener {

    private final JdbcClient jdbc;

    ModeratorErasureListener(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(PlayerErased event) {
        jdbc.sql("UPDATE match SET voided_by = NULL WHERE voided_by = :moderator")
                .param("moderator", event.userId())
                .update();
    }
}
