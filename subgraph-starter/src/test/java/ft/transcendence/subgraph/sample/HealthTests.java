package ft.transcendence.subgraph.sample;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ft.transcendence.subgraph.testing.SubgraphTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroup;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.test.web.server.LocalServerPort;

@SubgraphTest
class HealthTests {

    @LocalServerPort
    int port;

    @Value("${spring.datasource.url}")
    String database;

    @Value("${spring.datasource.username}")
    String username;

    @Value("${spring.datasource.password}")
    String password;

    @AfterEach
    void reconnectDatabase() throws SQLException {
        administer("ALTER DATABASE %s allow_connections true");
    }

    @Test
    void isNotReadyButAliveWithoutItsDatabase() throws Exception {
        assertThat(execute("readiness")).isEqualTo(200);

        administer("ALTER DATABASE %s allow_connections false");
        administer("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'");
        assertThat(execute("readiness")).isEqualTo(503);
        assertThat(execute("liveness")).isEqualTo(200);

        reconnectDatabase();
        // a connection that another thread used within the last half second leaves the pool without being tested
        await().untilAsserted(() -> assertThat(execute("readiness")).isEqualTo(200));
    }

    @Test
    void livenessDependsOnlyOnHangingRequests(@Autowired HealthEndpointGroups groups) {
        HealthEndpointGroup liveness = requireNonNull(groups.get("liveness"));

        assertThat(liveness.isMember("requests")).isTrue();
        assertThat(liveness.isMember("db")).isFalse();
    }

    private int execute(String question) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/actuator/health/" + question))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    /** Executes a statement in another database on the same server. */
    private void administer(String statement) throws SQLException {
        int name = database.lastIndexOf('/') + 1;
        try (var connection =
                        DriverManager.getConnection(database.substring(0, name) + "postgres", username, password);
                var sql = connection.createStatement()) {
            sql.execute(statement.formatted(database.substring(name)));
        }
    }
}
