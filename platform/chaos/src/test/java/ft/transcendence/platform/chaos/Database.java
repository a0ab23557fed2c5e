package ft.transcendence.platform.chaos;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A subgraph's database, for the tests to inspect.
 *
 * @param url its JDBC address
 * @param username a superuser
 * @param password that user's password
 */
record Database(String url, String username, String password) {

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, username, password);
    }

    /** The rows of a query, with columns separated by spaces. */
    List<String> rows(String query) {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            int columns = result.getMetaData().getColumnCount();
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    row.add(result.getString(column));
                }
                rows.add(String.join(" ", row));
            }
            return rows;
        } catch (SQLException failure) {
            throw new IllegalStateException(query, failure);
        }
    }

    /** The number that a query returns. */
    int number(String query) {
        return Integer.parseInt(rows(query).getFirst());
    }
}
