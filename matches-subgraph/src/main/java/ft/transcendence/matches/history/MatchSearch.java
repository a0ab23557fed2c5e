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
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds pages of matches: the ids by an index in one statement, the matches in another. Newest first is the order of the
 * ids downwards, so a page stays where it is whatever is played meanwhile.
 */
@Service
class MatchSearch {

    private final JdbcClient jdbc;
    private final MatchReader matches;

    MatchSearch(JdbcClient jdbc, MatchReader matches) {
        this.jdbc = jdbc;
        this.matches = matches;
    }

    /** A page of all matches. */
    @Transactional(readOnly = true)
    public Connection<Match> find(MatchFilter filter, PageArguments page) {
        Conditions conditions = new Conditions()
                .add("match.mode = :mode", "mode", filter.mode())
                .add("match.status in (:statuses)", "statuses", filter.statuses())
                .createdWithin("match.id", filter.createdFrom(), filter.createdBefore())
                .add(
                        "exists (select from match_player part where part.match_id = match.id"
                                + " and part.user_id = :player)",
                        "player",
                        filter.playerId())
                .add(
                        "match.id in (select part.match_id from match_player part join player using (user_id)"
                                + " where lower(player.username) like :name)",
                        "name",
                        prefix(filter.playerName()))
                .add("match.id < :after", "after", position(page));
        List<UUID> ids = jdbc.sql(
                        "select match.id from match where " + conditions.sql() + " order by match.id desc limit :limit")
                .params(conditions.parameters())
                .param("limit", page.limit())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
        return page(page, ids, matches.byId(ids));
    }

    /** The same page of the matches of each of these players, all in two statements. */
    @Transactional(readOnly = true)
    public Map<UUID, Connection<Match>> find(Collection<UUID> players, PlayerMatchFilter filter, PageArguments page) {
        record Row(UUID player, UUID matchId) {}
        Conditions conditions = new Conditions()
                .add("match.mode = :mode", "mode", filter.mode())
                .add("match.status in (:statuses)", "statuses", filter.statuses())
                .createdWithin("part.match_id", filter.createdFrom(), filter.createdBefore())
                .add("part.outcome = :outcome", "outcome", filter.outcome())
                .add(
                        "exists (select from match_player other where other.match_id = part.match_id"
                                + " and other.user_id = :opponent and other.team <> part.team)",
                        "opponent",
                        filter.opponentId())
                .add("part.match_id < :after", "after", position(page));
        List<Row> rows = jdbc.sql("""
                        select asked.user_id, found.match_id
                        from unnest(:players) asked (user_id) cross join lateral (
                            select part.match_id from match_player part join match on match.id = part.match_id
                            where part.user_id = asked.user_id and %s
                            order by part.match_id desc limit :limit) found
                        order by asked.user_id, found.match_id desc
                        """.formatted(conditions.sql()))
                .params(conditions.parameters())
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
        return page.after().map(cursor -> cursor.uuid(0)).orElse(null);
    }

    /** A pattern for names that start with this; the pattern's own signs stand for themselves. */
    private static @Nullable String prefix(@Nullable String name) {
        return name == null ? null : name.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
