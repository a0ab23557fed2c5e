package ft.transcendence.matches.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ft.transcendence.matches.testing.MatchFixture;
import ft.transcendence.matches.testing.MatchesTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A change during which the database becomes unavailable. */
@MatchesTest
class MatchOutageTests {

    private static final Duration PATIENCE = Duration.ofSeconds(9);

    @LocalServerPort
    private int port;

    @Value("${spring.datasource.url}")
    private String database;

    @Value("${spring.datasource.username}")
    private String username;

    @Value("${spring.datasource.password}")
    private String password;

    @Test
    void takesEffectOnceWhenRepeated() throws Exception {
        MatchFixture fixture = new MatchFixture(port);
        UUID one = UUID.randomUUID();
        UUID two = UUID.randomUUID();
        UUID match = fixture.live(one, two);
        Map<String, Object> result = MatchFixture.result("the result of " + match, match, "ONE", 11, 3);

        CompletableFuture<JsonNode> response;
        try (Connection other = DriverManager.getConnection(database, username, password);
                Statement sql = other.createStatement()) {
            other.setAutoCommit(false);
            sql.execute("LOCK TABLE match IN ACCESS EXCLUSIVE MODE");
            response = CompletableFuture.supplyAsync(() -> fixture.gameServer()
                    .execute(MatchFixture.document("finishMatch", "FinishMatchInput"), Map.of("input", result)));
            await().atMost(PATIENCE).until(() -> killWaiting(sql) > 0);
        }

        JsonNode error = response.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).at("/errors/0");
        assertThat(error.at("/extensions/code").asString()).isEqualTo("UNAVAILABLE");
        assertThat(error.at("/message").asString()).contains("The change may or may not have been made");

        JsonNode again = MatchFixture.mutate(fixture.gameServer(), "finishMatch", "FinishMatchInput", result);
        assertThat(again.get("errors")).isEmpty();
        assertThat(fixture.users(List.of(one), "stats { played }")
                        .at("/0/stats/played")
                        .asInt())
                .isEqualTo(1);
    }

    /** Terminates the connections that wait for the table, and returns their number. */
    private static int killWaiting(Statement sql) throws SQLException {
        try (ResultSet rows = sql.executeQuery("""
                SELECT count(pg_terminate_backend(pid)) FROM pg_locks
                WHERE NOT granted AND relation = 'match'::regclass""")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
