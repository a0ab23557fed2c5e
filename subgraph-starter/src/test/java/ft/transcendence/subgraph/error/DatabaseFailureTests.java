package ft.transcendence.subgraph.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import ft.transcendence.platform.servers.FreePorts;
import ft.transcendence.platform.servers.testing.TestPostgres.TestDatabase;
import ft.transcendence.platform.servers.testing.TestServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class DatabaseFailureTests {

    private static final TestDatabase DATABASE = TestServers.postgres().createDatabase("failures");

    private static HikariDataSource pool;

    @BeforeAll
    static void connect() {
        pool = pool(DATABASE.jdbcUrl());
        new JdbcTemplate(pool).execute("CREATE TABLE thing (id int PRIMARY KEY)");
    }

    @AfterAll
    static void disconnect() {
        pool.close();
    }

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(DATABASE.username());
        config.setPassword(DATABASE.password());
        config.setMaximumPoolSize(1);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(500);
        return new HikariDataSource(config);
    }

    @Test
    void isUnavailableWhenTheConnectionIsRefused() {
        String unusedPort =
                DATABASE.jdbcUrl().replaceAll(":\\d+/", ":" + FreePorts.pick(1).getFirst() + "/");
        try (HikariDataSource pool = pool(unusedPort)) {
            assertThat(codeOf(() -> new JdbcTemplate(pool).execute("SELECT 1"))).hasValue(ErrorCode.UNAVAILABLE);
            assertThat(codeOf(() -> transaction(pool).executeWithoutResult(status -> {})))
                    .hasValue(ErrorCode.UNAVAILABLE);
        }
    }

    @Test
    void isUnavailableWhenThePoolIsEmpty() throws SQLException {
        try (Connection _ = pool.getConnection()) {
            assertThat(codeOf(() -> new JdbcTemplate(pool).execute("SELECT 1"))).hasValue(ErrorCode.UNAVAILABLE);
        }
    }

    @Test
    void isUnavailableWhenTheConnectionIsKilledDuringAStatement() {
        assertThat(codeOf(() -> new JdbcTemplate(pool).execute("SELECT pg_terminate_backend(pg_backend_pid())")))
                .hasValue(ErrorCode.UNAVAILABLE);
    }

    @Test
    void isUnavailableWhenTheConnectionIsKilledBeforeTheCommit() {
        assertThat(codeOf(() -> transaction(pool).executeWithoutResult(status -> {
                    Integer pid = new JdbcTemplate(pool).queryForObject("SELECT pg_backend_pid()", Integer.class);
                    elsewhere("SELECT pg_terminate_backend(" + pid + ", 5000)");
                })))
                .hasValue(ErrorCode.UNAVAILABLE);
    }

    @Test
    void isUnavailableWhenTheDatabaseIsReadOnly() {
        assertThat(codeOf(() -> transaction(pool).executeWithoutResult(status -> {
                    new JdbcTemplate(pool).execute("SET TRANSACTION READ ONLY");
                    new JdbcTemplate(pool).update("INSERT INTO thing VALUES (1)");
                })))
                .hasValue(ErrorCode.UNAVAILABLE);
    }

    @Test
    void isTimedOutWhenAStatementOrALockTakesTooLong() {
        assertThat(codeOf(() -> transaction(pool).executeWithoutResult(status -> {
                    new JdbcTemplate(pool).execute("SET LOCAL statement_timeout = 1");
                    new JdbcTemplate(pool).execute("SELECT pg_sleep(60)");
                })))
                .hasValue(ErrorCode.TIMED_OUT);
        assertThat(codeOf(() -> transaction(pool).executeWithoutResult(status -> {
                    new JdbcTemplate(pool).execute("LOCK TABLE thing IN ACCESS EXCLUSIVE MODE");
                    elsewhere("SET lock_timeout = 1; SELECT * FROM thing");
                })))
                .hasValue(ErrorCode.TIMED_OUT);
    }

    @Test
    void isNotAFaultOfTheStatement() {
        JdbcTemplate jdbc = new JdbcTemplate(pool);
        assertThat(codeOf(() -> jdbc.execute("SELECT nonsense"))).isEmpty();
        assertThat(codeOf(() -> jdbc.execute("SELECT 1/0"))).isEmpty();
        assertThat(codeOf(() -> jdbc.execute("INSERT INTO thing VALUES (2), (2)")))
                .isEmpty();
        assertThat(DatabaseFailure.of(new IllegalStateException())).isEmpty();
    }

    private static Optional<ErrorCode> codeOf(Runnable work) {
        return DatabaseFailure.of(catchThrowable(work::run)).map(DatabaseFailure::code);
    }

    private static TransactionTemplate transaction(HikariDataSource source) {
        return new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    private static void elsewhere(String sql) {
        try (Connection connection =
                        DriverManager.getConnection(DATABASE.jdbcUrl(), DATABASE.username(), DATABASE.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new UncategorizedSQLException("elsewhere", sql, failure);
        }
    }
}
