package ft.transcendence.matches.history;

import ft.transcendence.matches.match.Match;
import ft.transcendence.matches.match.MatchReader;
import ft.transcendence.matches.match.MatchReader.Found;
import ft.transcendence.matches.match.MatchStatus;
import ft.transcendence.subgraph.paging.Connection;
import ft.transcendence.subgraph.paging.Cursor;
import ft.transcendence.subgraph.paging.PageArguments;
import ft.transcendence.subgraph.statement.IdParameter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Finds pages of matches. A query finds the ids by an index, and the same statement reads the matches. Pages are ordered
 * by id, newest first, so new matches do not shift a page.
 */
@Service
class MatchSearch {

    private final MatchReader matches;
    private final JdbcClient prepared;
    private final JdbcClient unprepared;

    MatchSearch(MatchReader matches, JdbcClient jdbc, DataSource source) {
        this.matches = matches;
        this.prepared = jdbc;
        this.unprepared = JdbcClient.create(new UnpreparedStatements(source));
    }

    /** A page of all matches that pass the filter. */
    Connection<Match> find(MatchFilter filter, PageArguments page) {
        Optional<PlayerNameFilter> named =
                Optional.ofNullable(filter.playerName()).map(name -> PlayerNameFilter.startingWith(name, unprepared));
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
        where.parameter("limit", page.limit());
        return page(
                page, matches.found(unprepared, byPlayer ? newestOfNamed(where) : newest(where), where.parameters()));
    }

    /** A page of all matches whose results moderators have to review. */
    Connection<Match> findDoubtful(PageArguments page) {
        WhereClause where = new WhereClause()
                .add("match.doubtful")
                .equal("match.status", MatchStatus.COMPLETED)
                .add("match.id < :after", "after", position(page));
        where.parameter("limit", page.limit());
        return page(page, matches.found(prepared, newest(where), where.parameters()));
    }

    private static String newest(WhereClause where) {
        return "SELECT NULL::uuid AS user_id, match.id AS match_id FROM match WHERE " + where.sql()
                + " ORDER BY match.id DESC LIMIT :limit";
    }

    private static String newestOfNamed(WhereClause where) {
        return """
                SELECT DISTINCT NULL::uuid AS user_id, found.match_id
                FROM unnest(:named) named (user_id) CROSS JOIN LATERAL (
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

    /** The same page for each of these players' matches. */
    Map<UUID, Connection<Match>> find(Collection<UUID> players, PlayerMatchFilter filter, PageArguments page) {
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
        IdParameter wanted = IdParameter.of(players);
        where.parameter("players", wanted.value());
        where.parameter("limit", page.limit());
        // without conditions, one plan is the best for every player
        JdbcClient jdbc = filter.equals(PlayerMatchFilter.NONE) ? prepared : unprepared;
        String query = wanted.ids().size() == 1 ? newestOfPlayer(where) : newestOfPlayers(where);
        Map<UUID, List<Found>> found = matches.found(jdbc, query, where.parameters()).stream()
                .collect(Collectors.groupingBy(match -> Objects.requireNonNull(match.requestedPlayer())));
        Map<UUID, Connection<Match>> pages = new HashMap<>();
        players.forEach(player -> pages.put(player, page(page, found.getOrDefault(player, List.of()))));
        return pages;
    }

    private static String newestOfPlayer(WhereClause where) {
        return """
                SELECT part.user_id, part.match_id FROM match_player part %s
                WHERE part.user_id = :players AND %s
                ORDER BY part.match_id DESC LIMIT :limit
                """.formatted(join(where), where.sql());
    }

    private static String newestOfPlayers(WhereClause where) {
        return """
                SELECT requested.user_id, newest.match_id
                FROM unnest(:players) requested (user_id) CROSS JOIN LATERAL (
                    SELECT part.match_id FROM match_player part %s
                    WHERE part.user_id = requested.user_id AND %s
                    ORDER BY part.match_id DESC LIMIT :limit) newest
                """.formatted(join(where), where.sql());
    }

    private static Connection<Match> page(PageArguments page, List<Found> found) {
        List<Match> rows = found.stream().map(Found::match).toList();
        return Connection.of(page, rows, match -> Cursor.of(match.id()));
    }

    private static @Nullable UUID position(PageArguments page) {
        return page.after(1).map(cursor -> cursor.uuid(0)).orElse(null);
    }
}
