package ft.transcendence.matches.history;

import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Statements whose best plan depends on the values in them, such as how many matches are in a state or how many names begin
 * with some letters. The driver would let the server prepare a statement that comes often, and the server might then plan it
 * once for values unknown: among a million matches that is the difference between some rows read and all of them.
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
