package ft.transcendence.matches.leaderboard;

import ft.transcendence.matches.player.User;
import ft.transcendence.subgraph.error.ClientException;
import ft.transcendence.subgraph.paging.Connection;
import ft.transcendence.subgraph.paging.Cursor;
import ft.transcendence.subgraph.paging.PageArguments;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ranks players by rating, in the database. Only certain ratings count: a rating is certain until a moment stored with
 * it, at which inactivity will have made it provisional, so no row changes when that happens.
 */
@Service
class Leaderboard {

    private static final String RANKED = "certain_until > :now and not hidden";

    private final JdbcClient jdbc;
    private final Clock clock;

    Leaderboard(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A ranked player; players of equal rating share a rank. */
    record Entry(int rank, User user, double value) {}

    private record Row(UUID userId, double value) {}

    /** How many are better than a player, and how many come before them in the order. */
    private record Place(int better, int before) {}

    /** A page, best first, in two statements. */
    @Transactional(readOnly = true)
    public Connection<Entry> page(PageArguments page) {
        OffsetDateTime now = now();
        JdbcClient.StatementSpec statement = page.after()
                .map(cursor -> jdbc.sql("select user_id, value from player_rating where " + RANKED
                                + " and (value, user_id) < (:value, :player)"
                                + " order by value desc, user_id desc limit :limit")
                        .param("value", value(cursor))
                        .param("player", cursor.uuid(1)))
                .orElseGet(() -> jdbc.sql("select user_id, value from player_rating where " + RANKED
                        + " order by value desc, user_id desc limit :limit"));
        List<Row> rows = statement
                .param("now", now)
                .param("limit", page.limit())
                .query((row, number) -> new Row(row.getObject("user_id", UUID.class), row.getDouble("value")))
                .list();
        List<Entry> entries = rows.isEmpty() ? List.of() : ranked(rows, place(rows.getFirst(), now));
        return Connection.of(
                page, entries, entry -> Cursor.of(entry.value(), entry.user().id()));
    }

    /** The ranks of those of these players who have one, in one statement. */
    @Transactional(readOnly = true)
    public Map<UUID, Integer> ranks(Collection<UUID> players) {
        record Rank(UUID userId, int rank) {}
        return jdbc
                .sql("""
                        select mine.user_id, 1 + (
                            select count(*) from player_rating better
                            where better.certain_until > :now and not better.hidden and better.value > mine.value) rank
                        from player_rating mine
                        where mine.user_id in (:players) and mine.certain_until > :now and not mine.hidden
                        """)
                .param("players", players)
                .param("now", now())
                .query((row, number) -> new Rank(row.getObject("user_id", UUID.class), row.getInt("rank")))
                .stream()
                .collect(Collectors.toMap(Rank::userId, Rank::rank));
    }

    private Place place(Row first, OffsetDateTime now) {
        return jdbc.sql("""
                        select count(*) filter (where value > :value) better, count(*) before from player_rating
                        where certain_until > :now and not hidden and (value, user_id) > (:value, :player)
                        """)
                .param("now", now)
                .param("value", first.value())
                .param("player", first.userId())
                .query((row, number) -> new Place(row.getInt("better"), row.getInt("before")))
                .single();
    }

    private static List<Entry> ranked(List<Row> rows, Place first) {
        List<Entry> entries = new ArrayList<>();
        int rank = first.better() + 1;
        for (int index = 0; index < rows.size(); index++) {
            Row row = rows.get(index);
            if (index > 0 && row.value() < rows.get(index - 1).value()) {
                rank = first.before() + index + 1;
            }
            entries.add(new Entry(rank, new User(row.userId()), row.value()));
        }
        return entries;
    }

    private static double value(Cursor cursor) {
        try {
            return Double.parseDouble(cursor.text(0));
        } catch (NumberFormatException notOurs) {
            throw ClientException.badInput("The cursor is not one of this list's.");
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
