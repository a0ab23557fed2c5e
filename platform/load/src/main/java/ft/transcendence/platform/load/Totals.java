package ft.transcendence.platform.load;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;

/** The totals of players: copied from matches_db to users_db, as events would do, and compared. */
final class Totals {

    private static final String HISTORY = """
            SELECT user_id, count(*) FILTER (WHERE outcome = 'WIN') wins, count(*) FILTER (WHERE outcome = 'LOSS') losses,
                sum(CASE team WHEN 'ONE' THEN score_one ELSE score_two END) total_score
            FROM match_player JOIN match ON match.id = match_id WHERE status = 'COMPLETED' AND NOT doubtful
            GROUP BY user_id
            """;

    private Totals() {}

    /** Creates the temporary tables {@code load_standing} and {@code load_counted} in users_db. */
    static void copy(Connection matchesDb, Connection usersDb) throws SQLException, IOException {
        try (var statement = usersDb.createStatement()) {
            statement.execute(
                    "CREATE TEMP TABLE load_standing"
                            + " (user_id uuid primary key, wins int not null, losses int not null, total_score bigint not null)");
            statement.execute("CREATE TEMP TABLE load_counted (match_id uuid, ended_at timestamptz)");
        }
        copy(
                matchesDb,
                "COPY (SELECT * FROM (" + HISTORY + ") history"
                        + " WHERE user_id IN (SELECT user_id FROM load_player)) TO STDOUT",
                usersDb,
                "COPY load_standing FROM STDIN");
        copy(
                matchesDb,
                "COPY (SELECT id, ended_at FROM match WHERE status = 'COMPLETED' AND NOT doubtful AND created_by = 'load') TO STDOUT",
                usersDb,
                "COPY load_counted FROM STDIN");
    }

    /** The number of players whose totals in users differ from their history in matches. */
    static int differing(Connection matchesDb, Connection usersDb) throws SQLException {
        Map<String, String> kept =
                read(usersDb, "SELECT user_id, wins, losses, total_score FROM standing WHERE wins + losses > 0");
        Map<String, String> history = read(matchesDb, HISTORY);
        int differing = 0;
        for (Map.Entry<String, String> player : history.entrySet()) {
            if (!player.getValue().equals(kept.remove(player.getKey()))) {
                differing++;
            }
        }
        return differing + kept.size();
    }

    private static Map<String, String> read(Connection connection, String query) throws SQLException {
        Map<String, String> totals = new HashMap<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                totals.put(rows.getString(1), rows.getInt(2) + " " + rows.getInt(3) + " " + rows.getLong(4));
            }
        }
        return totals;
    }

    private static void copy(Connection from, String out, Connection to, String in) throws SQLException, IOException {
        try (InputStream rows = new PGCopyInputStream(from.unwrap(PGConnection.class), out)) {
            to.unwrap(PGConnection.class).getCopyAPI().copyIn(in, rows);
        }
    }
}
