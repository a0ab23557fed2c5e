package ft.transcendence.matches.tournament;

import ft.transcendence.subgraph.statement.IdParameter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores who is in which tournament. The caller of each change holds the lock of the tournament. */
@Repository
class EntrantStore {

    private final JdbcClient jdbc;

    EntrantStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The entrants of these tournaments, by seed, then as they came. */
    List<Entrant> of(Collection<UUID> tournaments) {
        IdParameter wanted = IdParameter.of(tournaments);
        return jdbc.sql("""
                        SELECT tournament_id, user_id, status, seed, standing FROM tournament_entrant WHERE tournament_id %s
                        ORDER BY tournament_id, seed, since, user_id
                        """.formatted(wanted.comparison("tournaments")))
                .param("tournaments", wanted.value())
                .query(EntrantStore::read)
                .list();
    }

    /** Adds an entrant, or changes their status. */
    void put(UUID tournament, UUID player, EntrantStatus status, Instant now) {
        jdbc.sql("""
                        INSERT INTO tournament_entrant (tournament_id, user_id, status, since, open)
                        VALUES (:tournament, :player, :status, :now, true)
                        ON CONFLICT (tournament_id, user_id) DO UPDATE SET status = excluded.status, since = excluded.since
                        """)
                .param("tournament", tournament)
                .param("player", player)
                .param("status", status.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(UUID tournament, UUID player) {
        jdbc.sql("DELETE FROM tournament_entrant WHERE tournament_id = ? AND user_id = ?")
                .params(tournament, player)
                .update();
    }

    /** Stores the seeds of a tournament that starts, and forgets who did not join. */
    void start(UUID tournament, List<UUID> playersBySeed) {
        jdbc.sql("DELETE FROM tournament_entrant WHERE tournament_id = ? AND status <> 'JOINED'")
                .param(tournament)
                .update();
        jdbc.sql("""
                        UPDATE tournament_entrant SET seed = seeded.seed
                        FROM unnest(:players) WITH ORDINALITY AS seeded (player, seed)
                        WHERE tournament_id = :tournament AND user_id = seeded.player
                        """)
                .param("tournament", tournament)
                .param("players", playersBySeed.toArray(UUID[]::new))
                .update();
    }

    /** Stores the places of a tournament that has ended, best first; none if it never started. */
    void end(UUID tournament, List<UUID> playersByPlace) {
        jdbc.sql("""
                        UPDATE tournament_entrant SET open = false,
                            standing = array_position(CAST(:players AS uuid[]), user_id)
                        WHERE tournament_id = :tournament
                        """)
                .param("tournament", tournament)
                .param("players", playersByPlace.toArray(UUID[]::new))
                .update();
    }

    /** In how many tournaments a player takes part that have not ended. */
    int countOpen(UUID player) {
        return jdbc.sql("SELECT count(*) FROM tournament_entrant WHERE user_id = ? AND open AND status = 'JOINED'")
                .param(player)
                .query(Integer.class)
                .single();
    }

    private static Entrant read(ResultSet row, int number) throws SQLException {
        return new Entrant(
                row.getObject("tournament_id", UUID.class),
                row.getObject("user_id", UUID.class),
                EntrantStatus.valueOf(row.getString("status")),
                row.getObject("seed", Integer.class),
                row.getObject("standing", Integer.class));
    }
}
