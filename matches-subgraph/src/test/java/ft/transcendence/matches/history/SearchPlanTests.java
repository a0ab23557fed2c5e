package ft.transcendence.matches.history;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.matches.testing.MatchFixture;
import ft.transcendence.matches.testing.MatchesTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Statements that would be slow with a million matches must use an index. */
@MatchesTest
class SearchPlanTests {

    private static final int TIMES = 12;

    @LocalServerPort
    private int port;

    @Autowired
    private DataSource database;

    @Test
    void neverPreparesSearchesOnTheServer() throws SQLException {
        String search = "SELECT id FROM match WHERE mode = ? ORDER BY id LIMIT 1";
        try (Connection connection = database.getConnection()) {
            DataSource one = new SingleConnectionDataSource(connection, true);

            for (int time = 0; time < TIMES; time++) {
                new UnpreparedStatements(one).queryForList(search, UUID.class, "ONE_VS_ONE");
            }
            assertThat(kept(one, search)).isZero();

            for (int time = 0; time < TIMES; time++) {
                new JdbcTemplate(one).queryForList(search, UUID.class, "ONE_VS_ONE");
            }
            assertThat(kept(one, search)).isOne();
        }
    }

    @Test
    void findsRareStatusesByIndex() throws SQLException {
        new MatchFixture(port).live(UUID.randomUUID(), UUID.randomUUID());

        assertThat(plan("SELECT count(*) FROM match WHERE status IN ('LIVE', 'VOIDED')"))
                .contains("match_not_completed");
    }

    @Test
    void findsIdempotencyKeysOfAMatchByIndex() throws SQLException {
        assertThat(plan("DELETE FROM idempotent_request WHERE match_id = '%s'".formatted(UUID.randomUUID())))
                .contains("idempotent_request_match");
    }

    private static int kept(DataSource database, String search) {
        return new JdbcTemplate(database)
                .queryForList("SELECT statement FROM pg_prepared_statements", String.class).stream()
                        .filter(statement -> statement.equals(search.replace("?", "$1")))
                        .toList()
                        .size();
    }

    /** The plan when sequential scans are expensive, as they are with many rows. */
    private String plan(String statement) throws SQLException {
        try (Connection connection = database.getConnection()) {
            JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            jdbc.execute("SET enable_seqscan = off");
            try {
                return String.join("\n", jdbc.queryForList("EXPLAIN " + statement, String.class));
            } finally {
                jdbc.execute("RESET enable_seqscan");
            }
        }
    }
}
