package ft.transcendence.matches.history;

import ft.transcendence.matches.match.Match;
import ft.transcendence.matches.match.MatchReader;
import ft.transcendence.subgraph.paging.Connection;
import ft.transcendence.subgraph.paging.Cursor;
import ft.transcendence.subgraph.paging.PageArguments;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds pages of matches. One statement finds the ids by an index, another loads the matches. Pages are ordered by id,
 * newest first, so new matches do not shift a page.
 */
@Service
class MatchSearch {

    private final JdbcClient jdbc;
    private final MatchReader matches;

    MatchSearch(DataSource source, MatchReader matches) {
        this.jdbc = JdbcClient.create(new UnpreparedStatements(source));
        this.matches = matches;
    }

    /** A page of all matches that pass the filter. */
    @Transactional(readOnly = true)
    public Connection<Match> find(MatchFilter filter, PageArguments page) {
        Optional<PlayerNameFilter> named =
                Optional.ofNullable(filter.playerName()).map(name -> PlayerNameFilter.startingWith(name, jdbc));
        boolean byPlayer = named.filter(players -> !players.areMany()).isPresent();
        String id = byPlayer ? "part.match_id" : "match.id";
        WhereClause where = new WhereClause()
                .equal("match.mode", filter.mode())
                .oneOf("match.status", filter.statuses())
                .createdWithin(id, filter.createdFrom(), filter.createdBefore())
                .add(
                        "EXISTS (SELECT FROM match_player other WHERE other.match_id = " + id
                                + " AND other.user_id = :player)",
                        "player",
                        filter.playerId())
                .add("%s < :after".formatted(id), "after", position(page));
        named.ifPresent(players -> players.applyTo(where));
        List<UUID> ids = jdbc.sql(byPlayer ? newestOfNamed(where) : newest(where))
                .params(where.parameters())
                .param("limit", page.limit())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
        return page(page, ids, matches.byId(ids));
    }

    private static String newest(WhereClause where) {
        return "SELECT match.id FROM match WHERE " + where.sql() + " ORDER BY match.id DESC LIMIT :limit";
    }

    private static String newestOfNamed(WhereClause where) {
        return """
                SELECT DISTINCT found.match_id FROM unnest(:named) named (user_id) CROSS JOIN LATERAL (
                    SELECT part.match_id FROM match_player part %s
                    WHERE part.user_id = named.user_id AND %s
                    ORDER BY part.match_id DESC LIMIT :limit) found
                ORDER BY found.match_id DESC LIMIT :limit
                """.formatted(join(where), where.sql());
    }

    /** Joins the match's own row only if a condition needs it. */
    private static String join(WhereClause where) {
        return where.sql().contains("match.") ? "JOIN match ON match.id = part.match_id" : "";
    }

    /** The same page for each of these players' matches, in two statements. */
    @Transactional(readOnly = true)
    public Map<UUID, Connection<Match>> find(Collection<UUID> players, PlayerMatchFilter filter, PageArguments page) {
        record Row(UUID player, UUID matchId) {}
        WhereClause where = new WhereClause()
                .equal("match.mode", filter.mode())
                .oneOf("match.status", filter.statuses())
                .createdWithin("part.match_id", filter.createdFrom(), filter.createdBefore())
                .equal("part.outcome", filter.outcome())
                .add(
                        "EXISTS (SELECT FROM match_player other WHERE other.match_id = part.match_id"
                                + " AND other.user_id = :opponent AND other.team <> part.team)",
                        "opponent",
                        filter.opponentId())
                .add("part.match_id < :after", "after", position(page));
        List<Row> rows = jdbc.sql("""
                        SELECT requested.user_id, found.match_id
                        FROM unnest(:players) requested (user_id) CROSS JOIN LATERAL (
                            SELECT part.match_id FROM match_player part %s
                            WHERE part.user_id = requested.user_id AND %s
                            ORDER BY part.match_id DESC LIMIT :limit) found
                        ORDER BY requested.user_id, found.match_id DESC
                        """.formatted(join(where), where.sql()))
                .params(where.parameters())
                .param("players", players.toArray(UUID[]::new))
                .param("limit", page.limit())
                .query((row, number) ->
                        new Row(row.getObject("user_id", UUID.class), row.getObject("match_id", UUID.class)))
                .list();
        Map<UUID, List<UUID>> idsByPlayer = new HashMap<>();
        rows.forEach(row -> idsByPlayer
                .computeIfAbsent(row.player(), player -> new ArrayList<>())
                .add(row.matchId()));
        Map<UUID, Match> found =
                matches.byId(rows.stream().map(Row::matchId).distinct().toList());
        Map<UUID, Connection<Match>> pages = new HashMap<>();
        players.forEach(player -> pages.put(player, page(page, idsByPlayer.getOrDefault(player, List.of()), found)));
        return pages;
    }

    private static Connection<Match> page(PageArguments page, List<UUID> ids, Map<UUID, Match> found) {
        List<Match> rows = ids.stream().map(found::get).filter(Objects::nonNull).toList();
        return Connection.of(page, rows, match -> Cursor.of(match.id()));
    }

    private static @Nullable UUID position(PageArguments page) {
        return page.after(1).map(cursor -> cursor.uuid(0)).orElse(null);
    }
}
