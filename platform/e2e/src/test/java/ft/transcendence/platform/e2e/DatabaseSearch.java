package ft.transcendence.platform.e2e;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Searches every column of every table of every database of a platform, whatever its type. Tables and columns come from the databases'
 * catalogs, so new ones are searched as well.
 */
final class DatabaseSearch {

    private final Platform platform;

    DatabaseSearch(Platform platform) {
        this.platform = platform;
    }

    /** The findings of these texts, ignoring case. */
    List<Finding> of(Collection<String> texts) {
        List<Finding> found = new ArrayList<>();
        found.addAll(in(platform.usersDatabasePort(), "users", texts));
        found.addAll(in(platform.usersDatabasePort(), "keycloak", texts));
        found.addAll(in(platform.matchesDatabasePort(), "matches", texts));
        return found;
    }

    private List<Finding> in(int port, String database, Collection<String> texts) {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
        try (Connection connection =
                DriverManager.getConnection(url, "postgres", platform.secret("DATABASE_SUPERUSER"))) {
            List<Finding> found = new ArrayList<>();
            for (Column column : columns(connection)) {
                String location = database + "." + column.table() + "." + column.name();
                found(connection, column, texts).forEach(text -> found.add(new Finding(location, text)));
            }
            return found;
        } catch (SQLException failure) {
            throw new AssertionError("Could not search " + database, failure);
        }
    }

    private record Column(String schema, String table, String name, String type) {

        /** The value as text: bytes decoded as characters, everything else as PostgreSQL prints it. */
        String asText() {
            String quoted = "\"" + name + "\"";
            return type.equals("bytea") ? "encode(" + quoted + ", 'escape')" : quoted + "::text";
        }
    }

    private static List<Column> columns(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                        SELECT table_schema, table_name, column_name, data_type
                        FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
                        WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')
                        UNION ALL SELECT 'pg_catalog', 'pg_largeobject', 'data', 'bytea'
                        ORDER BY 1, 2, 3
                        """);
                ResultSet rows = select.executeQuery()) {
            List<Column> columns = new ArrayList<>();
            while (rows.next()) {
                columns.add(new Column(rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)));
            }
            return columns;
        }
    }

    private static List<String> found(Connection connection, Column column, Collection<String> texts)
            throws SQLException {
        String query = """
                SELECT text FROM unnest(?) AS text
                WHERE EXISTS (SELECT FROM "%s"."%s" WHERE strpos(lower(%s), lower(text)) > 0)
                """.formatted(column.schema(), column.table(), column.asText());
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setArray(1, connection.createArrayOf("text", texts.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                List<String> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
                return found;
            }
        }
    }
}
