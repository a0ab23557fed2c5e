package ft.transcendence.matches.match;

import ft.transcendence.subgraph.statement.IdParameter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Reads matches with their players for responses, in one statement: without a session that would track their changes,
 * and without a transaction, which one statement does not need. Running matches have the latest score
 * that this instance knows. What is read here is never stored.
 */
@Service
public class MatchReader {

    /** A row per player, as {@link #matches} reads them. */
    private static final String STATEMENT = """
            SELECT found.user_id, %s, %s
            FROM (%%s) found
                JOIN match ON match.id = found.match_id
                JOIN match_player seat ON seat.match_id = match.id
                JOIN player ON player.user_id = seat.user_id
            ORDER BY found.user_id, found.match_id DESC
            """.formatted(Match.COLUMNS, MatchPlayer.COLUMNS);

    private final JdbcClient jdbc;
    private final LiveScores scores;

    MatchReader(JdbcClient jdbc, LiveScores scores) {
        this.jdbc = jdbc;
        this.scores = scores;
    }

    /**
     * A match that was found.
     *
     * @param requestedPlayer the player whose match was searched for; null in other searches
     */
    public record Found(@Nullable UUID requestedPlayer, Match match) {}

    /** The matches with these ids. Unknown ids are absent. */
    public Map<UUID, Match> byId(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        IdParameter wanted = IdParameter.of(ids);
        return found(
                        jdbc,
                        "SELECT NULL::uuid AS user_id, id AS match_id FROM " + wanted.table("ids"),
                        Map.of("ids", wanted.value()))
                .stream()
                .map(Found::match)
                .collect(Collectors.toMap(Match::id, match -> match));
    }

    /** The match with this id; empty if there is none. */
    public Optional<Match> find(UUID id) {
        return Optional.ofNullable(byId(Set.of(id)).get(id));
    }

    /** The open matches that are assigned to a game server, oldest first, up to a number. */
    public List<Match> hostedBy(String server, int limit) {
        return found(jdbc, """
                        SELECT NULL::uuid AS user_id, id AS match_id FROM match
                        WHERE server_id = :server AND status IN ('CREATED', 'READY', 'LIVE') ORDER BY id LIMIT :limit
                        """, Map.of("server", server, "limit", limit)).reversed().stream()
                .map(Found::match)
                .toList();
    }

    /** The newest matches being played, at most this many. */
    public List<Match> live(int limit) {
        return found(
                        jdbc,
                        "SELECT NULL::uuid AS user_id, id AS match_id FROM match WHERE status = 'LIVE'"
                                + " ORDER BY id DESC LIMIT :limit",
                        Map.of("limit", limit))
                .stream()
                .map(Found::match)
                .toList();
    }

    /** The open matches of a player, newest first. */
    public List<Match> openOf(UUID player) {
        return found(
                        jdbc,
                        "SELECT user_id, match_id FROM match_player WHERE open AND user_id = :player",
                        Map.of("player", player))
                .stream()
                .map(Found::match)
                .toList();
    }

    /**
     * The matches whose ids a query finds, ordered by the requested player, newest first.
     *
     * @param jdbc runs the statement
     * @param query selects a {@code user_id}, which may be null, and a {@code match_id}
     */
    public List<Found> found(JdbcClient jdbc, String query, Map<String, ?> parameters) {
        List<Found> found =
                jdbc.sql(STATEMENT.formatted(query)).params(parameters).query(MatchReader::matches);
        found.forEach(row -> scores.applyTo(row.match()));
        return found;
    }

    /**
     * The matches in these rows, one for each of their players. The first column is the requested player, the next ones
     * are {@link Match#COLUMNS} and {@link MatchPlayer#COLUMNS}.
     */
    static List<Found> matches(ResultSet rows) throws SQLException {
        List<Found> matches = new ArrayList<>();
        @Nullable UUID requestedPlayer = null;
        @Nullable Match match = null;
        while (rows.next()) {
            UUID player = rows.getObject(1, UUID.class);
            UUID id = rows.getObject(2, UUID.class);
            if (match == null || !match.id().equals(id) || requestedPlayer != null && !requestedPlayer.equals(player)) {
                requestedPlayer = player;
                match = Match.read(rows, 2);
                matches.add(new Found(requestedPlayer, match));
            }
            match.add(MatchPlayer.read(match, rows, 2 + Match.COLUMN_COUNT));
        }
        return matches;
    }
}
