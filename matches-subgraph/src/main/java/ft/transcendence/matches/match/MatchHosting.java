package ft.transcendence.matches.match;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which game server hosts which match. Each change is one statement for all matches concerned, and a part of the
 * caller's transaction. Matches that somebody else is changing are skipped, and found again later.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class MatchHosting {

    /** An expression for the players of a match, as {@link #changed} reads them. */
    static final String PLAYERS =
            "ARRAY(SELECT user_id FROM match_player seat WHERE seat.match_id = match.id ORDER BY team, slot)";

    private static final String WAITING = """
            SELECT id, region FROM match WHERE status = 'CREATED' AND server_id IS NULL
            ORDER BY id LIMIT :limit FOR NO KEY UPDATE SKIP LOCKED
            """;

    private static final String ASSIGN = """
            UPDATE match SET server_id = chosen.server_id, last_signal_at = :now, version = version + 1
            FROM unnest(:matches, :servers) AS chosen (match_id, server_id)
            WHERE match.id = chosen.match_id
            RETURNING match.id, match.status, %s AS players
            """.formatted(PLAYERS);

    private static final String RELEASE = """
            WITH stranded AS (
                SELECT id FROM match WHERE server_id = ANY (:servers) AND status IN ('CREATED', 'READY')
                ORDER BY id LIMIT :limit FOR NO KEY UPDATE SKIP LOCKED
            )
            UPDATE match SET server_id = NULL, status = 'CREATED', ready_at = NULL, version = version + 1
            FROM stranded WHERE match.id = stranded.id
            RETURNING match.id, match.status, %s AS players
            """.formatted(PLAYERS);

    private static final String FREEZE = """
            WITH silent AS (
                SELECT id FROM match
                WHERE server_id = ANY (:servers) AND status = 'LIVE' AND frozen_at IS NULL AND last_signal_at < :silentSince
                ORDER BY id LIMIT :limit FOR NO KEY UPDATE SKIP LOCKED
            )
            UPDATE match SET frozen_at = :now, version = version + 1
            FROM silent WHERE match.id = silent.id
            RETURNING match.id, match.status, %s AS players
            """.formatted(PLAYERS);

    /** Locks in the order of ids, so that repeated heartbeats do not wait for each other in a circle. */
    private static final String SIGNAL = """
            WITH named AS (
                SELECT id, frozen_at IS NOT NULL AS frozen FROM match
                WHERE id = ANY (:matches) AND server_id = :server AND status IN ('CREATED', 'READY', 'LIVE')
                ORDER BY id FOR NO KEY UPDATE
            )
            UPDATE match SET last_signal_at = :now, frozen_at = NULL, version = version + named.frozen::int
            FROM named WHERE match.id = named.id
            RETURNING match.id, match.status, named.frozen, CASE WHEN named.frozen THEN %s END AS players
            """.formatted(PLAYERS);

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MatchHosting(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A match that waits for a game server.
     *
     * @param region where its players want to play; null if anywhere
     */
    public record Waiting(UUID matchId, @Nullable String region) {}

    /** Locks matches that wait for a game server, oldest first. */
    public List<Waiting> lockWaiting(int limit) {
        return jdbc.sql(WAITING)
                .param("limit", limit)
                .query((row, number) -> new Waiting(row.getObject("id", UUID.class), row.getString("region")))
                .list();
    }

    /** The number of open matches on each of these game servers. Those without any are absent. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Map<String, Integer> openMatches(Collection<String> servers) {
        return jdbc
                .sql("""
                        SELECT server_id, count(*) AS matches FROM match
                        WHERE server_id = ANY (:servers) AND status IN ('CREATED', 'READY', 'LIVE') GROUP BY server_id
                        """)
                .param("servers", servers.toArray(String[]::new))
                .query((row, number) -> Map.entry(row.getString("server_id"), row.getInt("matches")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Assigns matches, which the caller has locked, to game servers. */
    public void assign(Map<UUID, String> servers) {
        List<Map.Entry<UUID, String>> chosen = List.copyOf(servers.entrySet());
        publish(jdbc.sql(ASSIGN)
                .param("matches", chosen.stream().map(Map.Entry::getKey).toArray(UUID[]::new))
                .param("servers", chosen.stream().map(Map.Entry::getValue).toArray(String[]::new))
                .param("now", now())
                .query(MatchHosting::changed)
                .list());
    }

    /** Takes matches that have not started from these game servers. They wait for another one. */
    public int release(Collection<String> servers, int limit) {
        return publish(jdbc.sql(RELEASE)
                .param("servers", servers.toArray(String[]::new))
                .param("limit", limit)
                .query(MatchHosting::changed)
                .list());
    }

    /** Freezes running matches of these game servers without a sign of life since then. */
    public int freeze(Collection<String> servers, Instant silentSince, int limit) {
        return publish(jdbc.sql(FREEZE)
                .param("servers", servers.toArray(String[]::new))
                .param("silentSince", silentSince.atOffset(ZoneOffset.UTC))
                .param("now", now())
                .param("limit", limit)
                .query(MatchHosting::changed)
                .list());
    }

    /** Records a sign of life of these matches from a game server, and returns those that it hosts. */
    public Set<UUID> signal(String server, Collection<UUID> matches) {
        record Signalled(UUID matchId, @Nullable MatchChanged thawed) {}
        List<Signalled> hosted = jdbc.sql(SIGNAL)
                .param("server", server)
                .param("matches", matches.toArray(UUID[]::new))
                .param("now", now())
                .query((row, number) -> new Signalled(
                        row.getObject("id", UUID.class), row.getBoolean("frozen") ? changed(row, number) : null))
                .list();
        hosted.stream()
                .flatMap(signalled -> Stream.ofNullable(signalled.thawed()))
                .forEach(events::publishEvent);
        return hosted.stream().map(Signalled::matchId).collect(Collectors.toUnmodifiableSet());
    }

    private int publish(List<MatchChanged> changes) {
        changes.forEach(events::publishEvent);
        return changes.size();
    }

    /** The change in a row with the match's {@code id} and {@code status}, and its {@code players}. */
    static MatchChanged changed(ResultSet row, int number) throws SQLException {
        Array players = row.getArray("players");
        return new MatchChanged(
                row.getObject("id", UUID.class), MatchStatus.valueOf(row.getString("status")), List.of((UUID[])
                        players.getArray()));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
