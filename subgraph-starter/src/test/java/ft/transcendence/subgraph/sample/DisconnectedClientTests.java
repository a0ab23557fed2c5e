package ft.transcendence.subgraph.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import ft.transcendence.subgraph.security.GatewayCredentialFilter;
import ft.transcendence.subgraph.testing.SubgraphTest;
import ft.transcendence.subgraph.testing.TestEnvironment;
import ft.transcendence.subgraph.testing.TestGraphQL;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** When the client disconnects, its request must end, including running SQL statements. */
@SubgraphTest
class DisconnectedClientTests {

    /** Much shorter than {@code statement_timeout}, which would end the statement anyway. */
    private static final Duration AT_ONCE = Duration.ofSeconds(3);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @LocalServerPort
    int port;

    @Value("${spring.datasource.url}")
    String database;

    @Value("${spring.datasource.username}")
    String username;

    @Value("${spring.datasource.password}")
    String password;

    @Autowired
    DataSource source;

    private Connection other;

    @BeforeEach
    void lockTheTable() throws SQLException {
        other = DriverManager.getConnection(database, username, password);
        other.setAutoCommit(false);
        try (Statement lock = other.createStatement()) {
            lock.execute("LOCK TABLE total IN ACCESS EXCLUSIVE MODE");
        }
    }

    @AfterEach
    void unlockTable() throws SQLException {
        other.close();
    }

    @Test
    void cancelsTheRunningStatementAndStartsNoOther() throws Exception {
        SampleSubgraph.Things.BATCHES.set(0);
        try (Socket caller = execute(
                "{ totals _entities(representations: [{ __typename: \\\"Thing\\\", id: \\\"1\\\" }]) { ... on Thing { name } } }")) {
            await().atMost(PATIENCE).until(() -> waiting() == 1);
            caller.shutdownOutput();
        }

        await().atMost(AT_ONCE).until(() -> waiting() == 0);
        await().atMost(AT_ONCE).until(() -> pool().getHikariPoolMXBean().getActiveConnections() == 0);
        assertThat(SampleSubgraph.Things.BATCHES).hasValue(0);
        other.rollback();
        for (int each = 0; each <= pool().getMaximumPoolSize(); each++) {
            assertThat(TestGraphQL.on(port).data("{ totals }").has("totals")).isTrue();
        }
    }

    @Test
    void doesNotCancelOtherStatements() throws Exception {
        try (Socket stays = execute("{ totals }")) {
            await().atMost(PATIENCE).until(() -> waiting() == 1);
            try (Socket leaves = execute("{ totals }")) {
                await().atMost(PATIENCE).until(() -> waiting() == 2);
                leaves.shutdownOutput();
            }
            await().atMost(AT_ONCE).until(() -> waiting() == 1);
            other.rollback();

            byte[] response = new byte[1_000];
            int length = stays.getInputStream().read(response);
            assertThat(new String(response, 0, length, StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 200");
        }
    }

    private Socket execute(String query) throws IOException {
        byte[] body = ("{\"query\":\"" + query + "\"}").getBytes(StandardCharsets.US_ASCII);
        Socket caller = new Socket(InetAddress.getLoopbackAddress(), port);
        caller.getOutputStream()
                .write("""
                        POST /graphql HTTP/1.1\r
                        Host: localhost\r
                        %s: %s\r
                        Content-Type: application/json\r
                        Content-Length: %d\r
                        \r
                        """.formatted(GatewayCredentialFilter.HEADER, TestEnvironment.GATEWAY_CREDENTIAL, body.length)
                        .getBytes(StandardCharsets.US_ASCII));
        caller.getOutputStream().write(body);
        return caller;
    }

    /** The number of statements that wait for the table. */
    private int waiting() throws SQLException {
        try (Statement statement = other.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'total'::regclass""")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private HikariDataSource pool() throws SQLException {
        return source.unwrap(HikariDataSource.class);
    }
}
