package ft.transcendence.matches.leaderboard;

import ft.transcendence.matches.rating.Ladder;
import ft.transcendence.subgraph.paging.Connection;
import ft.transcendence.subgraph.paging.Cursor;
import ft.transcendence.subgraph.paging.Edge;
import ft.transcendence.subgraph.paging.PageArguments;
import ft.transcendence.subgraph.paging.PageInfo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Ranks the players of each ladder by rating. Only certain ratings are ranked. The time at which inactivity makes a rating provisional is
 * stored with it, so no row has to be updated when that happens.
 */
@Service
class Leaderboard {

    private static final String RANKED = "mode = :mode AND certain_until > :now AND NOT hidden";

    /** Reads the index on ratings from the player's position in both directions. */
    private static final String AROUND = """
            WITH self AS (SELECT user_id, value FROM player_rating WHERE user_id = :player AND %1$s)
            SELECT user_id, value FROM self
            UNION ALL
            SELECT above.user_id, above.value FROM self CROSS JOIN LATERAL (
                SELECT user_id, value FROM player_rating WHERE %1$s AND (value, user_id) > (self.value, self.user_id)
                ORDER BY value, user_id LIMIT :limit) above
            UNION ALL
            SELECT below.user_id, below.value FROM self CROSS JOIN LATERAL (
                SELECT user_id, value FROM player_rating WHERE %1$s AND (value, user_id) < (self.value, self.user_id)
                ORDER BY value DESC, user_id DESC LIMIT :limit) below
            ORDER BY value DESC, user_id DESC
            """.formatted(RANKED);

    private final JdbcClient jdbc;
    private final Map<Ladder, RankTable> ranks = new EnumMap<>(Ladder.class);
    private final Clock clock;

    Leaderboard(JdbcClient jdbc, LeaderboardProperties properties, Clock clock) {
        this.jdbc = jdbc;
        for (Ladder ladder : Ladder.values()) {
            ranks.put(ladder, new RankTable(ladder, jdbc, clock, properties));
        }
        this.clock = clock;
    }

    /** A ranked player. Players with equal ratings share a rank. */
    record Entry(int rank, UUID userId, double value) {}

    private record Row(UUID userId, double value) {}

    /** How many players are better than the first one of a page, and how many come before it in the order. */
    private record RankOffset(int better, int before) {

        static final RankOffset FIRST = new RankOffset(0, 0);
    }

    /** A page of the leaderboard, best first, in one statement. */
    Connection<Entry> page(Ladder ladder, PageArguments page) {
        OffsetDateTime now = now();
        JdbcClient.StatementSpec statement = page.after(2)
                .map(cursor -> jdbc.sql("SELECT user_id, value FROM player_rating WHERE " + RANKED
                                + " AND (value, user_id) < (:value, :player)"
                                + " ORDER BY value DESC, user_id DESC LIMIT :limit")
                        .param("value", cursor.decimal(0))
                        .param("player", cursor.uuid(1)))
                .orElseGet(() -> jdbc.sql("SELECT user_id, value FROM player_rating WHERE " + RANKED
                        + " ORDER BY value DESC, user_id DESC LIMIT :limit"));
        List<Row> rows = statement
                .param("mode", ladder.name())
                .param("now", now)
                .param("limit", page.limit())
                .query(Leaderboard::row)
                .list();
        RankOffset first = page.after().isEmpty() || rows.isEmpty() ? RankOffset.FIRST : rankOffset(ladder, rows);
        List<Entry> entries = ranked(rows, first);
        return Connection.of(page, entries, Leaderboard::cursor);
    }

    /**
     * A player with those directly above and below them, best first, in one statement; empty if the player is not ranked.
     *
     * @param radius how many to return on either side
     */
    Connection<Entry> around(Ladder ladder, UUID player, int radius) {
        List<Row> rows = jdbc.sql(AROUND)
                .param("mode", ladder.name())
                .param("player", player)
                .param("now", now())
                .param("limit", radius + 1)
                .query(Leaderboard::row)
                .list();
        int position = rows.stream().map(Row::userId).toList().indexOf(player);
        int begin = Math.max(0, position - radius);
        int end = Math.min(rows.size(), position + radius + 1);
        List<Edge<Entry>> edges = ranked(ladder, rows.subList(begin, end)).stream()
                .map(entry -> new Edge<>(entry, cursor(entry).encode()))
                .toList();
        return new Connection<>(
                edges,
                new PageInfo(
                        end < rows.size(),
                        begin > 0,
                        edges.isEmpty() ? null : edges.getFirst().cursor(),
                        edges.isEmpty() ? null : edges.getLast().cursor()));
    }

    /** The ranked ones of these players, best first, in one statement. */
    List<Entry> among(Ladder ladder, Collection<UUID> players) {
        List<Row> rows = jdbc.sql("SELECT user_id, value FROM player_rating WHERE " + RANKED
                        + " AND user_id = ANY (:players) ORDER BY value DESC, user_id DESC")
                .param("mode", ladder.name())
                .param("players", players.toArray(UUID[]::new))
                .param("now", now())
                .query(Leaderboard::row)
                .list();
        return ranked(ladder, rows);
    }

    /** The rank of a player with this rating. */
    int rankOf(Ladder ladder, double rating) {
        return 1 + ranks(ladder).better(rating);
    }

    /** Rows that do not begin at a known position, each with its own rank. */
    private List<Entry> ranked(Ladder ladder, List<Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        RankTable.Values values = ranks(ladder);
        return rows.stream()
                .map(row -> new Entry(1 + values.better(row.value()), row.userId(), row.value()))
                .toList();
    }

    private RankOffset rankOffset(Ladder ladder, List<Row> page) {
        double value = page.getFirst().value();
        RankTable.Values values = ranks(ladder);
        int equalOnPage = Math.toIntExact(
                page.stream().filter(row -> row.value() == value).count());
        int better = values.better(value);
        return new RankOffset(better, better + Math.max(0, values.equal(value) - equalOnPage));
    }

    private static List<Entry> ranked(List<Row> rows, RankOffset first) {
        List<Entry> entries = new ArrayList<>();
        int rank = first.better() + 1;
        for (int index = 0; index < rows.size(); index++) {
            Row row = rows.get(index);
            if (index > 0 && row.value() < rows.get(index - 1).value()) {
                rank = first.before() + index + 1;
            }
            entries.add(new Entry(rank, row.userId(), row.value()));
        }
        return entries;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(row.getObject("user_id", UUID.class), row.getDouble("value"));
    }

    private static Cursor cursor(Entry entry) {
        return Cursor.of(entry.value(), entry.userId());
    }

    private RankTable.Values ranks(Ladder ladder) {
        return Objects.requireNonNull(ranks.get(ladder)).values();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
