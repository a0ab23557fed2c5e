package ft.transcendence.users.name;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/**
 * Claims the names of existing players, in the order in which they joined. A name that looks like one claimed before is
 * kept, but not claimed.
 */
@Component
class V7__ClaimNames extends BaseJavaMigration {

    private static final int BATCH = 1_000;

    @Override
    public void migrate(Context context) throws SQLException {
        claim(context, "username");
        claim(context, "display_name");
    }

    private static void claim(Context context, String column) throws SQLException {
        String players = "SELECT id, " + column + " FROM profile WHERE active ORDER BY joined_at, id";
        String claim = "INSERT INTO player_name (skeleton, owner) VALUES (?, ?) ON CONFLICT DO NOTHING";
        try (Statement select = context.getConnection().createStatement();
                PreparedStatement insert = context.getConnection().prepareStatement(claim)) {
            select.setFetchSize(BATCH);
            int waiting = 0;
            try (ResultSet rows = select.executeQuery(players)) {
                while (rows.next()) {
                    for (String skeleton : Skeletons.of(rows.getString(2))) {
                        insert.setString(1, skeleton);
                        insert.setObject(2, rows.getObject(1, UUID.class));
                        insert.addBatch();
                        waiting++;
                    }
                    if (waiting >= BATCH) {
                        insert.executeBatch();
                        waiting = 0;
                    }
                }
            }
            insert.executeBatch();
        }
    }
}
