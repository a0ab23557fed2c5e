package ft.transcendence.subgraph.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ft.transcendence.platform.servers.testing.TestPostgres.TestDatabase;
import ft.transcendence.platform.servers.testing.TestServers;
import ft.transcendence.subgraph.error.ClientException;
import ft.transcendence.subgraph.error.ErrorCode;
import graphql.ExecutionInput;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.util.PSQLState;

class StatementWatchdogTests {

    private static final TestDatabase DATABASE = TestServers.postgres().createDatabase("statements");

    private static final ExecutionProperties LIMITS =
            new ExecutionProperties(10, 10, 1, Duration.ofSeconds(10), 1, 0, Duration.ofSeconds(1));

    private final AtomicLong nanos = new AtomicLong();
    private final ExecutionBudget budget = new ExecutionBudget(
            ExecutionInput.newExecutionInput("{ x }").build(),
            LIMITS,
            new SharedBudget(LIMITS.valuesInTotal()),
            nanos::get,
            () -> false);
    private final StatementWatchdog watchdog = new StatementWatchdog();
    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = watched().getConnection();
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
        watchdog.close();
    }

    private DataSource watched() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(DATABASE.jdbcUrl());
        source.setUser(DATABASE.username());
        source.setPassword(DATABASE.password());
        return new WatchedDataSource(source, watchdog);
    }

    @Test
    void cancelsAStatementAtTheDeadline() throws Exception {
        CompletableFuture<String> state = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> state.complete(work("SELECT pg_sleep(60)")));
        nanos.set(LIMITS.deadline().toNanos() + 1);

        await().atMost(Duration.ofSeconds(10)).until(() -> {
            watchdog.check();
            return state.isDone();
        });
        assertThat(state.get()).isEqualTo(PSQLState.QUERY_CANCELED.getState());
        assertThat(budget.cancellation().orElseThrow().code()).isEqualTo(ErrorCode.TIMED_OUT);
        assertThat(state("SELECT 1")).as("the connection remains usable").isEmpty();
    }

    @Test
    void startsNoStatementOfACancelledExecution() {
        budget.consume(LIMITS.values() + 1);

        assertThatThrownBy(() -> work("SELECT 1"))
                .isInstanceOfSatisfying(ClientException.class, cancellation -> assertThat(cancellation.code())
                        .isEqualTo(ErrorCode.TOO_EXPENSIVE));
    }

    @Test
    void ignoresStatementsOutsideOfExecutions() {
        budget.consume(LIMITS.values() + 1);

        assertThat(state("SELECT 1")).isEmpty();
    }

    /** Executes a statement within the execution and returns the SQL state of its error; empty if it succeeds. */
    private String work(String sql) {
        try (RequestContext context = RequestContext.begin(new DisconnectDetector(null))) {
            context.attach(budget);
            return state(sql);
        }
    }

    private String state(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return "";
        } catch (SQLException failure) {
            return failure.getSQLState();
        }
    }
}
