package ft.transcendence.platform.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The matches subgraph sees that game servers can reach it through the gateway. Only such time counts as their silence. */
@PlatformTest
class ObservationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Platform platform;

    ObservationTests(Platform platform) {
        this.platform = platform;
    }

    @Test
    void timeIsObserved() {
        long before = secondsObserved();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(secondsObserved()).isGreaterThan(before + 1));
    }

    private long secondsObserved() {
        String url = "jdbc:postgresql://127.0.0.1:" + platform.matchesDatabasePort() + "/matches";
        try (Connection connection =
                        DriverManager.getConnection(url, "postgres", platform.secret("DATABASE_SUPERUSER"));
                Statement select = connection.createStatement();
                ResultSet rows = select.executeQuery(
                        "SELECT coalesce(extract(epoch FROM sum(ended_at - began_at)), 0)::bigint FROM observation")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failure) {
            throw new AssertionError("Could not read what was observed", failure);
        }
    }
}
