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
            select user_id, count(*) filter (where outcome = 'WIN') wins, count(*) filter (where outcome = 'LOSS') losses,
                sum(case team when 'ONE' then score_one else score_two end) total_score
            from match_player join match on match.id = match_id where status = 'COMPLETED' group by user_id
            """;

    private Totals() {}

    /** Creates the temporary tables {@code load_standing} and {@code load_counted} in users_db. */
    static void copy(Connection matchesDb, Connection usersDb) throws SQLException, IOException {
        try (var statement = usersDb.createStatement()) {
            statement.execute(
                    "create temp table load_standing"
                            + " (user_id uuid primary key, wins int not null, losses int not null, total_score bigint not null)");
            statement.execute("create temp table load_counted (match_id uuid, ended_at timestamptz)");
        }
        copy(
                matchesDb,
                "copy (select * from (" + HISTORY + ") history"
                        + " where user_id in (select user_id from load_player)) to stdout",
                usersDb,
                "copy load_standing from stdin");
        copy(
                matchesDb,
                "copy (select id, ended_at from match where status = 'COMPLETED' and created_by = 'load') to stdout",
                usersDb,
                "copy load_counted from stdin");
    }

    /** The number of players whose totals in users differ from their history in matches. */
    static int differing(Connection matchesDb, Connection usersDb) throws SQLException {
        Map<String, String> kept =
                read(usersDb, "select user_id, wins, losses, total_score from standing where wins + losses > 0");
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
