package ft.transcendence.platform.load;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Players, pairs of them and pages, chosen at random from the data of a filled platform.
 *
 * @param players players with their totals
 * @param pairs players who played against each other
 * @param lastPages players with many matches, and the cursor before the last page of each
 * @param middleOfLeaderboard the player in the middle of the leaderboard, and the cursor behind them
 */
record Samples(List<Player> players, List<Pair> pairs, List<Page> lastPages, Page middleOfLeaderboard) {

    static final int PAGE_SIZE = 20;

    private static final int SAMPLE = 5_000;
    private static final int FREQUENT_PLAYERS = 50;

    /** Separates the keys of a cursor. */
    private static final String SEPARATOR = "\u001f";

    record Player(String id, String username, int wins, int losses) {}

    record Pair(String player, String opponent) {}

    record Page(String player, String after) {}

    /**
     * Chooses the samples.
     *
     * @throws LoadException when the platform is not filled
     */
    static Samples choose(Connection usersDb, Connection matchesDb) throws SQLException {
        List<Player> players = players(usersDb);
        if (players.isEmpty()) {
            throw new LoadException("There are no players to query. Run this first: ./transcend load fill");
        }
        return new Samples(players, pairs(matchesDb), lastPages(matchesDb), middleOfLeaderboard(matchesDb));
    }

    static <T> T anyOf(List<T> samples) {
        return samples.get(ThreadLocalRandom.current().nextInt(samples.size()));
    }

    private interface Row<T> {
        T read(java.sql.ResultSet row) throws SQLException;
    }

    private static <T> List<T> query(Connection database, String sql, Row<T> row) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(row.read(rows));
            }
            return all;
        }
    }

    private static List<Player> players(Connection usersDb) throws SQLException {
        return query(
                usersDb,
                """
                SELECT id, username, wins, losses FROM profile JOIN standing ON user_id = id
                WHERE via_42 = false AND bio LIKE 'Plays Pong since %%' ORDER BY random() LIMIT %d
                """.formatted(SAMPLE),
                row -> new Player(row.getString(1), row.getString(2), row.getInt(3), row.getInt(4)));
    }

    private static List<Pair> pairs(Connection matchesDb) throws SQLException {
        return query(matchesDb, """
                SELECT one.user_id, two.user_id
                FROM (SELECT id FROM match WHERE status = 'COMPLETED' ORDER BY random() LIMIT %d) chosen
                JOIN match_player one ON one.match_id = chosen.id AND one.team = 'ONE' AND one.slot = 0
                JOIN match_player two ON two.match_id = chosen.id AND two.team = 'TWO' AND two.slot = 0
                """.formatted(SAMPLE), row -> new Pair(row.getString(1), row.getString(2)));
    }

    private static List<Page> lastPages(Connection matchesDb) throws SQLException {
        return query(
                matchesDb,
                """
                SELECT frequent.user_id, page.match_id
                FROM (SELECT user_id FROM player_statistics WHERE mode = 'OVERALL' ORDER BY played DESC LIMIT %d) frequent
                CROSS JOIN LATERAL (
                    SELECT match_id FROM match_player WHERE match_player.user_id = frequent.user_id
                    ORDER BY match_id OFFSET %d LIMIT 1) page
                """.formatted(FREQUENT_PLAYERS, PAGE_SIZE),
                row -> new Page(row.getString(1), cursor(row.getString(2))));
    }

    private static Page middleOfLeaderboard(Connection matchesDb) throws SQLException {
        return query(
                        matchesDb,
                        """
                        WITH ranked AS MATERIALIZED (
                            SELECT value, user_id FROM player_rating
                            WHERE mode = 'ONE_VS_ONE' AND certain_until > now() AND NOT hidden)
                        SELECT value, user_id FROM ranked ORDER BY value DESC, user_id DESC
                        OFFSET (SELECT count(*) / 2 FROM ranked) LIMIT 1
                        """,
                        row -> new Page(row.getString(2), cursor(Double.toString(row.getDouble(1)), row.getString(2))))
                .getFirst();
    }

    /** A cursor as the subgraphs encode it. */
    static String cursor(String... keys) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, keys).getBytes(StandardCharsets.UTF_8));
    }
}
