package ft.transcendence.platform.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ft.transcendence.platform.servers.PostgresServer.Durability;
import ft.transcendence.platform.servers.PostgresServer.Settings;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("nightly")
class PostgresServerTests {

    private static final Workspace WORKSPACE = Workspace.locate();

    @TempDir
    private Path folder;

    @Test
    void stopsWithOpenSessionsAndKeepsItsData() throws Exception {
        int port = FreePorts.pick(1).getFirst();
        try (PostgresServer server = PostgresServer.start(WORKSPACE, settings(port))) {
            server.ensureDatabase("users", "it's secret");
            try (Connection owner = DriverManager.getConnection(server.jdbcUrl("users"), "users", "it's secret")) {
                owner.createStatement().execute("CREATE TABLE player (name text)");
                owner.createStatement().execute("INSERT INTO player VALUES ('ada')");
                server.close();
                assertThat(server.process().isAlive()).isFalse();
            }
        }

        try (PostgresServer server = PostgresServer.start(WORKSPACE, settings(port))) {
            server.ensureDatabase("users", "ignored: the database exists");
            try (Connection owner = DriverManager.getConnection(server.jdbcUrl("users"), "users", "it's secret")) {
                var rows = owner.createStatement().executeQuery("SELECT name FROM player");
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("ada");
            }
        }
    }

    @Test
    void rejectsAWrongPassword() {
        int port = FreePorts.pick(1).getFirst();
        try (PostgresServer server = PostgresServer.start(WORKSPACE, settings(port))) {
            assertThatThrownBy(() -> DriverManager.getConnection(
                            server.jdbcUrl(PostgresServer.SUPERUSER), PostgresServer.SUPERUSER, "wrong"))
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void reportsReasonAndLogWhenThePortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> PostgresServer.start(WORKSPACE, settings(taken.getLocalPort())))
                    .isInstanceOf(ServerStartException.class)
                    .hasMessageContaining("users_db exited while starting")
                    .hasMessageContaining("users_db.log")
                    .hasMessageContaining("Address already in use");
        }
    }

    private Settings settings(int port) {
        return new Settings(
                "users_db",
                folder.resolve("data"),
                folder.resolve("users_db.log"),
                port,
                "postgres-password",
                Durability.IN_MEMORY);
    }
}
