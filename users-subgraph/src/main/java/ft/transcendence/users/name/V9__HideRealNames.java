package ft.transcendence.users.name;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Replaces display names that consist of real names: each becomes what it would be if the player joined today, in the
 * order in which players joined. Everyone sees display names, but only friends see real names.
 *
 * <p>Display names that players chose themselves cannot be told apart and are replaced, too.
 */
@Component
class V9__HideRealNames extends BaseJavaMigration {

    private static final int ROWS_IN_MEMORY = 1_000;

    @Override
    public void migrate(Context context) throws SQLException {
        JdbcClient jdbc =
                JdbcClient.create(new SingleConnectionDataSource(context.getConnection(), /* suppressClose= */ true));
        NameClaims names = new NameClaims(jdbc);
        try (Statement select = context.getConnection().createStatement()) {
            select.setFetchSize(ROWS_IN_MEMORY);
            try (ResultSet rows = select.executeQuery("""
                    SELECT id, username, display_name, first_name, last_name FROM profile
                    WHERE active AND num_nonnulls(first_name, last_name) > 0 ORDER BY joined_at, id
                    """)) {
                while (rows.next()) {
                    String username = rows.getString("username");
                    String shown = rows.getString("display_name");
                    RealName name = new RealName(rows.getString("first_name"), rows.getString("last_name"));
                    if (!shown.equals(username) && name.isSpelledOutIn(shown)) {
                        hide(rows.getObject("id", UUID.class), username, names, jdbc);
                    }
                }
            }
        }
    }

    private static void hide(UUID player, String username, NameClaims names, JdbcClient jdbc) {
        String shown = Usernames.candidates(username, player).stream()
                .filter(candidate ->
                        names.claim(player, candidate, username) || Usernames.isGenerated(candidate, player))
                .findFirst()
                .orElseThrow();
        jdbc.sql("UPDATE profile SET display_name = ?, version = version + 1 WHERE id = ?")
                .params(shown, player)
                .update();
        jdbc.sql("INSERT INTO unannounced_profile (user_id) VALUES (?)")
                .param(player)
                .update();
    }
}
