package ft.transcendence.matches.tournament;

import ft.transcendence.subgraph.statement.IdParameter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores the pairings of started tournaments. The caller of each change holds the lock of the tournament. */
@Repository
class PairingStore {

    private static final String PUT = """
            INSERT INTO tournament_pairing AS stored (tournament_id, round, position, player_one, player_two, status, decision,
                winner, margin, match_id, replays, waiting_since)
            SELECT :tournament, round, position, player_one, player_two, status, decision, winner, margin, match_id, replays,
                CASE WHEN status = 'WAITING' THEN CAST(:now AS timestamptz) END
            FROM unnest(:rounds, :positions, :ones, :twos, :statuses, :decisions, :winners, :margins, :matches, :replays)
                AS changed (round, position, player_one, player_two, status, decision, winner, margin, match_id, replays)
            ON CONFLICT (tournament_id, round, position) DO UPDATE SET player_one = excluded.player_one,
                player_two = excluded.player_two, status = excluded.status, decision = excluded.decision,
                winner = excluded.winner, margin = excluded.margin, match_id = excluded.match_id,
                replays = excluded.replays, waiting_since = excluded.waiting_since
            """;

    private static final String WAITING = """
            SELECT tournament_id, round, position, player_one, player_two FROM tournament_pairing waiting
            WHERE status = 'WAITING' AND %s ORDER BY waiting_since, tournament_id, round, position LIMIT :limit
            """;

    private static final String IS_BUSY = """
            EXISTS (SELECT FROM match_player WHERE open AND user_id IN (waiting.player_one, waiting.player_two))""";

    private final JdbcClient jdbc;

    PairingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A pairing that needs a match. */
    record Waiting(UUID tournament, int round, int position, UUID one, UUID two) {}

    /** The pairings of these tournaments, each in order of rounds and positions. */
    Map<UUID, List<Pairing>> of(Collection<UUID> tournaments) {
        IdParameter wanted = IdParameter.of(tournaments);
        return jdbc.sql("""
                        SELECT tournament_id, round, position, player_one, player_two, status, decision, winner, margin, match_id,
                            replays
                        FROM tournament_pairing WHERE tournament_id %s ORDER BY tournament_id, round, position
                        """.formatted(wanted.comparison("tournaments")))
                .param("tournaments", wanted.value())
                .query(PairingStore::byTournament);
    }

    /** Adds these pairings, or replaces them. Those that wait do so from now on. */
    void put(UUID tournament, List<Pairing> changed, Instant now) {
        jdbc.sql(PUT)
                .param("tournament", tournament)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("rounds", array(changed, Pairing::round, Integer[]::new))
                .param("positions", array(changed, Pairing::position, Integer[]::new))
                .param("ones", array(changed, Pairing::one, UUID[]::new))
                .param("twos", array(changed, Pairing::two, UUID[]::new))
                .param("statuses", array(changed, pairing -> pairing.status().name(), String[]::new))
                .param("decisions", array(changed, PairingStore::decision, String[]::new))
                .param("winners", array(changed, Pairing::winner, UUID[]::new))
                .param("margins", array(changed, Pairing::margin, Integer[]::new))
                .param("matches", array(changed, Pairing::matchId, UUID[]::new))
                .param("replays", array(changed, Pairing::replays, Integer[]::new))
                .update();
    }

    /** The tournament that a match belongs to, as the last one of a pairing. */
    Optional<UUID> tournamentOf(UUID match) {
        return jdbc.sql("SELECT tournament_id FROM tournament_pairing WHERE match_id = ?")
                .param(match)
                .query((row, number) -> row.getObject(1, UUID.class))
                .optional();
    }

    /** Pairings whose match can be made, the longest waiting first. */
    List<Waiting> playable(int limit) {
        return jdbc.sql(WAITING.formatted("NOT " + IS_BUSY))
                .param("limit", limit)
                .query(PairingStore::waiting)
                .list();
    }

    /** Pairings that have waited since then or longer for players who play elsewhere. */
    List<Waiting> overdue(Instant since, int limit) {
        return jdbc.sql(WAITING.formatted("waiting_since <= :since AND " + IS_BUSY))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(PairingStore::waiting)
                .list();
    }

    /** The players of a tournament whose match of it is open. */
    List<UUID> playing(UUID tournament) {
        return jdbc.sql("""
                        SELECT unnest(ARRAY[player_one, player_two]) FROM tournament_pairing
                        WHERE tournament_id = ? AND status = 'PLAYING' ORDER BY round, position
                        """)
                .param(tournament)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Those of these players who are in an open match. */
    List<UUID> busy(Collection<UUID> players) {
        return jdbc.sql("SELECT user_id FROM match_player WHERE open AND user_id = ANY (:players)")
                .param("players", players.toArray(UUID[]::new))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** No more matches are made for a tournament. */
    void stop(UUID tournament) {
        jdbc.sql("""
                        UPDATE tournament_pairing SET status = 'PENDING', waiting_since = NULL
                        WHERE tournament_id = ? AND status = 'WAITING'
                        """).param(tournament).update();
    }

    private static <T extends @Nullable Object> T[] array(
            List<Pairing> pairings, Function<Pairing, T> value, IntFunction<T[]> array) {
        return pairings.stream().map(value).toArray(array);
    }

    private static @Nullable String decision(Pairing pairing) {
        PairingDecision decision = pairing.decision();
        return decision == null ? null : decision.name();
    }

    private static Map<UUID, List<Pairing>> byTournament(ResultSet rows) throws SQLException {
        Map<UUID, List<Pairing>> pairings = new LinkedHashMap<>();
        while (rows.next()) {
            pairings.computeIfAbsent(rows.getObject("tournament_id", UUID.class), id -> new ArrayList<>())
                    .add(read(rows));
        }
        return pairings;
    }

    private static Pairing read(ResultSet row) throws SQLException {
        String decision = row.getString("decision");
        return new Pairing(
                row.getInt("round"),
                row.getInt("position"),
                row.getObject("player_one", UUID.class),
                row.getObject("player_two", UUID.class),
                PairingStatus.valueOf(row.getString("status")),
                decision == null ? null : PairingDecision.valueOf(decision),
                row.getObject("winner", UUID.class),
                row.getInt("margin"),
                row.getObject("match_id", UUID.class),
                row.getInt("replays"));
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        return new Waiting(
                row.getObject("tournament_id", UUID.class),
                row.getInt("round"),
                row.getInt("position"),
                row.getObject("player_one", UUID.class),
                row.getObject("player_two", UUID.class));
    }
}
