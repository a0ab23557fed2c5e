package ft.transcendence.matches.match;

import ft.transcendence.matches.doubt.Doubt;
import ft.transcendence.matches.player.PlayerErased;
import ft.transcendence.subgraph.statement.IdParameter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores why results are in doubt, and which moderator confirmed them. */
@Repository
class MatchReviews {

    private final JdbcClient jdbc;

    MatchReviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Asks for a review of a result. */
    void request(UUID match, Set<Doubt> doubts) {
        jdbc.sql("INSERT INTO match_review (match_id, doubts) VALUES (:match, :doubts)")
                .param("match", match)
                .param("doubts", doubts.stream().map(Doubt::name).toArray(String[]::new))
                .update();
    }

    /** Records who has confirmed a result. */
    void confirm(UUID match, UUID moderator, Instant at) {
        jdbc.sql("UPDATE match_review SET confirmed_at = :now, confirmed_by = :moderator WHERE match_id = :match")
                .param("now", at.atOffset(ZoneOffset.UTC))
                .param("moderator", moderator)
                .param("match", match)
                .update();
    }

    /** Why these results are or were in doubt, by match. Matches that never were are absent. */
    Map<UUID, List<Doubt>> doubts(Collection<UUID> matches) {
        IdParameter wanted = IdParameter.of(matches);
        return jdbc.sql("SELECT match_id, doubts FROM match_review WHERE match_id " + wanted.comparison("matches"))
                .param("matches", wanted.value())
                .query(MatchReviews::byMatch);
    }

    private static Map<UUID, List<Doubt>> byMatch(ResultSet rows) throws SQLException {
        Map<UUID, List<Doubt>> doubts = new HashMap<>();
        while (rows.next()) {
            String[] names = (String[]) rows.getArray("doubts").getArray();
            doubts.put(
                    rows.getObject("match_id", UUID.class),
                    Arrays.stream(names).map(Doubt::valueOf).toList());
        }
        return doubts;
    }

    /** Removes the reference to a moderator whose account is deleted. What they confirmed stays confirmed. */
    @EventListener
    void on(PlayerErased event) {
        jdbc.sql("UPDATE match_review SET confirmed_by = NULL WHERE confirmed_by = :moderator")
                .param("moderator", event.userId())
                .update();
    }
}
