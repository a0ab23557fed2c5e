package ft.transcendence.matches.history;

import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Runs statements without server-side preparation. It is for statements whose best plan depends on their parameters,
 * such as how many matches have a status or how many names match a prefix. By default the driver prepares a frequent
 * statement on the server, which may then reuse a generic plan for all parameters. With a million matches, that is the
 * difference between reading a few rows and reading all of them.
 */
final class UnpreparedStatements extends JdbcTemplate {

    private static final int NEVER = 0;

    UnpreparedStatements(DataSource source) {
        super(source);
    }

    @Override
    protected void applyStatementSettings(Statement statement) throws SQLException {
        super.applyStatementSettings(statement);
        statement.unwrap(PGStatement.class).setPrepareThreshold(NEVER);
    }
}
