package ft.transcendence.platform.load;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.platform.servers.Workspace;
import ft.transcendence.platform.servers.testing.TestPostgres.TestDatabase;
import ft.transcendence.platform.servers.testing.TestServers;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Checks what `load fill` writes against the subgraphs' own schemas. */
class FillTests {

    private static Connection users;
    private static Connection matches;

    @BeforeAll
    static void fill() throws Exception {
        users = connect("users");
        matches = connect("matches");
        FillCommand.fill(matches, users, new FillCommand.Size(50, 2_000), new PrintWriter(new StringWriter()));
    }

    @AfterAll
    static void close() throws SQLException {
        users.close();
        matches.close();
    }

    @Test
    void keepsAllIndexes() throws SQLException {
        assertThat(number(matches, "SELECT count(*) FROM load_index JOIN pg_indexes ON indexdef = definition"))
                .isEqualTo(number(matches, "SELECT count(*) FROM load_index"))
                .isGreaterThan(5);
        assertThat(number(users, "SELECT count(*) FROM load_index JOIN pg_indexes ON indexdef = definition"))
                .isEqualTo(number(users, "SELECT count(*) FROM load_index"))
                .isGreaterThan(3);
    }

    @Test
    void totalsInUsersEqualTheHistoryInMatches() throws SQLException {
        assertThat(number(users, "SELECT count(*) FROM standing WHERE wins + losses > 0"))
                .isEqualTo(50);
        assertThat(Totals.differing(matches, users)).isZero();
        try (var statement = users.createStatement()) {
            statement.execute("BEGIN; UPDATE standing SET wins = wins + 1 WHERE user_id = md5('load-player-7')::uuid");
            assertThat(Totals.differing(matches, users)).isOne();
            statement.execute("ROLLBACK");
        }
    }

    @Test
    void statisticsEqualTheHistory() throws SQLException {
        assertThat(number(matches, """
                        SELECT count(*) FROM player_statistics JOIN (
                            SELECT user_id, count(*) counted, count(*) FILTER (WHERE outcome = 'WIN') won
                            FROM match_player JOIN match ON id = match_id WHERE status = 'COMPLETED' GROUP BY user_id
                        ) history USING (user_id)
                        WHERE mode = 'OVERALL' AND played = counted AND wins = won AND longest_streak BETWEEN 1 AND wins
                        """)).isEqualTo(50);
        assertThat(number(matches, """
                        SELECT count(*) FROM player_statistics JOIN LATERAL (
                            SELECT outcome FROM match_player JOIN match ON id = match_id
                            WHERE match_player.user_id = player_statistics.user_id AND status = 'COMPLETED'
                            ORDER BY match_id DESC LIMIT 1
                        ) last ON true
                        WHERE mode = 'OVERALL' AND (streak > 0) = (outcome = 'WIN') AND streak <> 0
                        """)).isEqualTo(50);
    }

    @Test
    void eachRatingFollowsFromThePreviousOne() throws SQLException {
        assertThat(number(matches, """
                        SELECT count(*) FROM (
                            SELECT before_value - lag(after_value) OVER career gap, before_matches - lag(after_matches) OVER career skip
                            FROM rating_change WINDOW career AS (PARTITION BY user_id, mode ORDER BY sequence)
                        ) steps WHERE abs(gap) > 1e-6 OR skip <> 0
                        """)).isZero();
        assertThat(number(matches, """
                        SELECT count(*) FROM player_rating LEFT JOIN rating_change ON rating_change.user_id = player_rating.user_id
                            AND rating_change.mode = player_rating.mode AND after_matches = matches
                        WHERE matches > 0 AND (after_value IS DISTINCT FROM value OR certain_until > after_certain_until)
                            OR matches = 0 AND after_value IS NOT NULL
                        """)).isZero();
        assertThat(number(matches, "SELECT count(*) FROM player_rating")).isEqualTo(2 * 50);
    }

    @Test
    void idsSortByTimeAndAreOfVersion7() throws SQLException {
        assertThat(number(matches, "SELECT count(*) FROM match WHERE uuid_extract_version(id) = 7"))
                .isEqualTo(2_000);
        assertThat(number(matches, """
                        SELECT count(*) FROM (SELECT created_at - lag(created_at) OVER (ORDER BY id) step FROM match) steps
                        WHERE step < interval '0'
                        """)).isZero();
    }

    @Test
    void foreignKeysHold() throws SQLException {
        assertThat(number(matches, """
                        SELECT count(*) FROM match_player WHERE NOT EXISTS (SELECT FROM match WHERE id = match_id)
                            OR NOT EXISTS (SELECT FROM player WHERE player.user_id = match_player.user_id)
                        """)).isZero();
        assertThat(number(users, """
                        SELECT count(*) FROM friend_edge edge WHERE NOT EXISTS (
                            SELECT FROM friend_edge mirror WHERE mirror.owner = edge.other AND mirror.other = edge.owner AND state = 'FRIENDS')
                        """)).isZero();
    }

    private static Connection connect(String subgraph) throws SQLException, IOException {
        TestDatabase database = TestServers.postgres().createDatabase("load_" + subgraph);
        Connection connection =
                DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
        Path root = Workspace.locate().root();
        migrate(connection, root.resolve("subgraph-starter/src/main/resources/db/subgraph"));
        migrate(connection, root.resolve(subgraph + "-subgraph/src/main/resources/db/migration"));
        return connection;
    }

    private static void migrate(Connection connection, Path folder) throws SQLException, IOException {
        try (Stream<Path> files = Files.list(folder);
                var statement = connection.createStatement()) {
            for (Path file :
                    files.sorted(Comparator.comparing(FillTests::version)).toList()) {
                statement.execute(Files.readString(file));
            }
        }
    }

    private static double version(Path migration) {
        String name = migration.getFileName().toString();
        return Double.parseDouble(name.substring(1, name.indexOf("__")).replace('_', '.'));
    }

    private static int number(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
