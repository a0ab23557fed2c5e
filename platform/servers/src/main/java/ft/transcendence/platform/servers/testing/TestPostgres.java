package ft.transcendence.platform.servers.testing;

import ft.transcendence.platform.servers.FreePorts;
import ft.transcendence.platform.servers.PostgresServer;
import ft.transcendence.platform.servers.PostgresServer.Durability;
import ft.transcendence.platform.servers.PostgresServer.Settings;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The shared PostgreSQL server. */
public final class TestPostgres {

    private static final String PASSWORD = "test";

    private final String backEnd;
    private final String addressPrefix;
    private final AtomicInteger databases = new AtomicInteger();

    private TestPostgres(String backEnd, String addressPrefix) {
        this.backEnd = backEnd;
        this.addressPrefix = addressPrefix;
    }

    /**
     * A database and its owner, who is a superuser.
     *
     * @param jdbcUrl its address
     * @param username the owner
     * @param password the owner's password
     */
    public record TestDatabase(String jdbcUrl, String username, String password) {}

    /**
     * Creates an empty database.
     *
     * @param purpose letters for its name, such as {@code matches}
     */
    public TestDatabase createDatabase(String purpose) {
        String name = purpose.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "_") + "_" + databases.incrementAndGet();
        try (var connection =
                        DriverManager.getConnection(addressPrefix + "postgres", PostgresServer.SUPERUSER, PASSWORD);
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException failure) {
            throw new IllegalStateException("Could not create the database " + name, failure);
        }
        return new TestDatabase(addressPrefix + name, PostgresServer.SUPERUSER, PASSWORD);
    }

    @Override
    public String toString() {
        return backEnd;
    }

    static TestPostgres embedded() {
        int port = FreePorts.pick(1).getFirst();
        Path folder = TestServers.folder();
        PostgresServer server = PostgresServer.start(
                TestServers.workspace(),
                new Settings(
                        "postgres",
                        folder.resolve("postgres"),
                        folder.resolve("postgres.log"),
                        port,
                        PASSWORD,
                        Durability.IN_MEMORY));
        EmbeddedServers.stopWithJvm(server::close);
        return new TestPostgres("embedded binaries on port " + port, "jdbc:postgresql://127.0.0.1:" + port + "/");
    }

    @SuppressWarnings("resource") // Testcontainers removes it when the JVM ends
    static TestPostgres container() {
        PostgreSQLContainer container = new PostgreSQLContainer("postgres:18.6-alpine")
                .withUsername(PostgresServer.SUPERUSER)
                .withPassword(PASSWORD)
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200");
        container.start();
        return new TestPostgres(
                "container " + container.getDockerImageName(),
                "jdbc:postgresql://" + container.getHost() + ":" + container.getMappedPort(5432) + "/");
    }
}
