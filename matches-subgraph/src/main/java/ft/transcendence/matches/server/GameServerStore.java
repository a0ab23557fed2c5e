package ft.transcendence.matches.server;

import ft.transcendence.matches.match.SilenceLimit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores game servers. */
@Repository
class GameServerStore {

    /** More than any operator has clients for. */
    private static final int MAXIMUM = 1000;

    private static final String COLUMNS =
            " id, url, region, capacity, version, registered_at, last_signal_at, leaving, withheld,"
                    + " last_signal_at >= :aliveSince AS alive ";

    private final JdbcClient jdbc;
    private final ServerProperties limits;
    private final SilenceLimit silence;
    private final Clock clock;

    GameServerStore(JdbcClient jdbc, ServerProperties limits, SilenceLimit silence, Clock clock) {
        this.jdbc = jdbc;
        this.limits = limits;
        this.silence = silence;
        this.clock = clock;
    }

    /** Adds a game server, or replaces what it said about itself earlier. */
    GameServer register(String id, RegisterGameServerInput server) {
        return jdbc.sql("""
                        INSERT INTO game_server (id, url, region, capacity, version, registered_at, last_signal_at)
                        VALUES (:id, :url, :region, :capacity, :version, :now, :now)
                        ON CONFLICT (id) DO UPDATE SET url = EXCLUDED.url, region = EXCLUDED.region,
                            capacity = EXCLUDED.capacity, version = EXCLUDED.version, leaving = false,
                            registered_at = EXCLUDED.registered_at, last_signal_at = EXCLUDED.last_signal_at
                        RETURNING game_server.*, true AS alive
                        """)
                .param("id", id)
                .param("url", server.url())
                .param("region", server.region())
                .param("capacity", server.capacity())
                .param("version", server.version())
                .param("now", now())
                .query(GameServerStore::read)
                .single();
    }

    /** Records a sign of life; empty if the game server is not registered. */
    Optional<GameServer> signal(String id) {
        return jdbc.sql("UPDATE game_server SET last_signal_at = :now WHERE id = :id RETURNING *, true AS alive")
                .param("id", id)
                .param("now", now())
                .query(GameServerStore::read)
                .optional();
    }

    /** Records that a game server wants no more matches; empty if it is not registered. */
    Optional<GameServer> leave(String id) {
        return jdbc.sql("UPDATE game_server SET leaving = true WHERE id = :id RETURNING" + COLUMNS)
                .param("id", id)
                .param("aliveSince", aliveSince())
                .query(GameServerStore::read)
                .optional();
    }

    /** Records whether an operator withholds matches from a game server; empty if it is not registered. */
    Optional<GameServer> withhold(String id, boolean isWithheld) {
        return jdbc.sql("UPDATE game_server SET withheld = :withheld WHERE id = :id RETURNING" + COLUMNS)
                .param("id", id)
                .param("withheld", isWithheld)
                .param("aliveSince", aliveSince())
                .query(GameServerStore::read)
                .optional();
    }

    /** All game servers, ordered by id. */
    List<GameServer> all() {
        return jdbc.sql("SELECT" + COLUMNS + "FROM game_server ORDER BY id LIMIT :maximum")
                .param("aliveSince", aliveSince())
                .param("maximum", MAXIMUM)
                .query(GameServerStore::read)
                .list();
    }

    /** The addresses of those of these game servers that are registered. */
    Map<String, String> addresses(Collection<String> ids) {
        return jdbc
                .sql("SELECT id, url FROM game_server WHERE id = ANY (:ids)")
                .param("ids", ids.toArray(String[]::new))
                .query((row, number) -> Map.entry(row.getString("id"), row.getString("url")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Locks the game servers that can get matches, so that one transaction at a time assigns matches to them. Whoever
     * counts their matches afterwards sees those of earlier transactions.
     */
    List<GameServer> lockAvailable() {
        return jdbc.sql("SELECT" + COLUMNS + """
                        FROM game_server WHERE last_signal_at >= :aliveSince AND NOT leaving AND NOT withheld
                        ORDER BY id LIMIT :maximum FOR NO KEY UPDATE
                        """)
                .param("aliveSince", aliveSince())
                .param("maximum", MAXIMUM)
                .query(GameServerStore::read)
                .list();
    }

    /** Removes game servers that have been silent for too long to be interesting, except these. */
    int forget(Collection<String> except) {
        return jdbc.sql("DELETE FROM game_server WHERE last_signal_at < :forgottenSince AND id <> ALL (:kept)")
                .param("forgottenSince", silence.since(limits.forgottenAfter()).atOffset(ZoneOffset.UTC))
                .param("kept", except.toArray(String[]::new))
                .update();
    }

    private static GameServer read(ResultSet row, int number) throws SQLException {
        return new GameServer(
                row.getString("id"),
                row.getString("url"),
                row.getString("region"),
                row.getInt("capacity"),
                row.getString("version"),
                row.getTimestamp("registered_at").toInstant(),
                row.getTimestamp("last_signal_at").toInstant(),
                row.getBoolean("alive"),
                row.getBoolean("leaving"),
                row.getBoolean("withheld"));
    }

    private OffsetDateTime aliveSince() {
        return silence.since(limits.silence()).atOffset(ZoneOffset.UTC);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
