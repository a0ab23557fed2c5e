package ft.transcendence.matches.match;

import ft.transcendence.matches.player.PlayerErased;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Removes the reference to a moderator from the matches they voided when their account is deleted. The matches stay
 * voided, with the reason.
 */
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
