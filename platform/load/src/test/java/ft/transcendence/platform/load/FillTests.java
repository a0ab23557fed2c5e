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
    void totalsInUsersEqualTheHistoryInMatches() throws SQLException {
        assertThat(number(users, "select count(*) from standing where wins + losses > 0"))
                .isEqualTo(50);
        assertThat(Totals.differing(matches, users)).isZero();
        try (var statement = users.createStatement()) {
            statement.execute("begin; update standing set wins = wins + 1 where user_id = md5('load-player-7')::uuid");
            assertThat(Totals.differing(matches, users)).isOne();
            statement.execute("rollback");
        }
    }

    @Test
    void statisticsEqualTheHistory() throws SQLException {
        assertThat(number(matches, """
                        select count(*) from player_statistics join (
                            select user_id, count(*) counted, count(*) filter (where outcome = 'WIN') won
                            from match_player join match on id = match_id where status = 'COMPLETED' group by user_id
                        ) history using (user_id)
                        where mode = 'OVERALL' and played = counted and wins = won and longest_streak between 1 and wins
                        """)).isEqualTo(50);
        assertThat(number(matches, """
                        select count(*) from player_statistics join lateral (
                            select outcome from match_player join match on id = match_id
                            where match_player.user_id = player_statistics.user_id and status = 'COMPLETED'
                            order by match_id desc limit 1
                        ) last on true
                        where mode = 'OVERALL' and (streak > 0) = (outcome = 'WIN') and streak <> 0
                        """)).isEqualTo(50);
    }

    @Test
    void eachRatingFollowsFromTheOneBefore() throws SQLException {
        assertThat(number(matches, """
                        select count(*) from (
                            select before_value - lag(after_value) over career gap, before_matches - lag(after_matches) over career skip
                            from rating_change window career as (partition by user_id order by sequence)
                        ) steps where abs(gap) > 1e-6 or skip <> 0
                        """)).isZero();
        assertThat(number(matches, """
                        select count(*) from player_rating join rating_change on rating_change.user_id = player_rating.user_id
                            and after_matches = matches and after_value = value and certain_until >= rated_at
                        """)).isEqualTo(50);
    }

    @Test
    void idsSortByTimeAndAreOfVersion7() throws SQLException {
        assertThat(number(matches, "select count(*) from match where uuid_extract_version(id) = 7"))
                .isEqualTo(2_000);
        assertThat(number(matches, """
                        select count(*) from (select created_at - lag(created_at) over (order by id) step from match) steps
                        where step < interval '0'
                        """)).isZero();
    }

    @Test
    void nothingRefersToWhatIsNotThere() throws SQLException {
        assertThat(number(matches, """
                        select count(*) from match_player where not exists (select from match where id = match_id)
                            or not exists (select from player where player.user_id = match_player.user_id)
                        """)).isZero();
        assertThat(number(users, """
                        select count(*) from friend_edge edge where not exists (
                            select from friend_edge mirror where mirror.owner = edge.other and mirror.other = edge.owner and state = 'FRIENDS')
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
