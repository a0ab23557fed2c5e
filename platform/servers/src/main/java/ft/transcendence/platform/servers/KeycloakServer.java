package ft.transcendence.platform.servers;

import ft.transcendence.platform.servers.ProcessSpec.StopSignal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A Keycloak server in production mode on PostgreSQL, on loopback, as its own process. */
public final class KeycloakServer implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private final Settings settings;
    private final ServerProcess process;

    private KeycloakServer(Settings settings, ServerProcess process) {
        this.settings = settings;
        this.process = process;
    }

    /**
     * How to run a server.
     *
     * @param directory its folder, kept between starts
     * @param log the file for its output
     * @param port the port on loopback
     * @param managementPort the port of its health and metrics
     * @param database where it stores everything
     * @param admin the first administrator, created when the database is empty
     * @param realm a realm as JSON, imported if no realm of that name exists; {@code ${NAME}} in it is replaced by an
     *     environment variable
     * @param environment the values of the realm's placeholders
     */
    public record Settings(
            Path directory,
            Path log,
            int port,
            int managementPort,
            Database database,
            Credentials admin,
            String realm,
            Map<String, String> environment) {

        public Settings {
            environment = Map.copyOf(environment);
        }
    }

    /**
     * A PostgreSQL database.
     *
     * @param jdbcUrl its address
     * @param credentials its owner
     */
    public record Database(String jdbcUrl, Credentials credentials) {}

    /**
     * A username and its password.
     *
     * @param username the name
     * @param password the password
     */
    public record Credentials(String username, String password) {

        @Override
        public String toString() {
            return "Credentials[" + username + "]";
        }
    }

    /**
     * Starts the server and waits until it is ready, its realm imported.
     *
     * @throws ServerStartException when it does not start
     */
    public static KeycloakServer start(Workspace workspace, Settings settings) {
        return start(workspace, settings, AotCaches.existing());
    }

    /**
     * Starts the server with its cache and waits until it is ready, its realm imported.
     *
     * @throws ServerStartException when it does not start
     */
    public static KeycloakServer start(Workspace workspace, Settings settings, AotCaches caches) {
        KeycloakDistribution distribution = KeycloakDistribution.prepare(workspace);
        Path home = distribution.home(settings.directory());
        importOnStart(home, settings.realm());
        ServerProcess process = ServerProcess.start(new ProcessSpec(
                "keycloak",
                distribution.command(home, caches, arguments(settings)),
                environment(settings),
                settings.log(),
                StopSignal.TERM));
        try {
            health(settings.managementPort(), "ready").await(process, START_LIMIT);
        } catch (RuntimeException failure) {
            process.close();
            throw failure;
        }
        return new KeycloakServer(settings, process);
    }

    /** Unpacks and builds the server if necessary, which takes about half a minute. */
    public static void prepare(Workspace workspace) {
        KeycloakDistribution.prepare(workspace);
    }

    /** Probes the liveness of the server with this management port, regardless of its database. */
    public static Probe isAlive(int managementPort) {
        return health(managementPort, "live");
    }

    /** The address browsers and clients use, such as {@code http://localhost:8081}. */
    public String url() {
        return "http://localhost:" + settings.port();
    }

    /** The issuer of the tokens of {@code realm}. */
    public String issuer(String realm) {
        return url() + "/realms/" + realm;
    }

    /** The server's process. */
    public ServerProcess process() {
        return process;
    }

    /** Stops the server cleanly. */
    @Override
    public void close() {
        process.close();
    }

    private static Probe health(int managementPort, String probe) {
        return Probe.http(URI.create("http://127.0.0.1:" + managementPort + "/health/" + probe));
    }

    private static List<String> arguments(Settings settings) {
        List<String> arguments = new ArrayList<>(List.of("start", "--optimized", "--import-realm", "--cache=local"));
        arguments.add("--http-enabled=true");
        arguments.add("--http-host=127.0.0.1");
        arguments.add("--http-port=" + settings.port());
        arguments.add("--http-management-port=" + settings.managementPort());
        arguments.add("--http-management-scheme=http");
        arguments.add("--hostname=http://localhost:" + settings.port());
        arguments.add("--log-console-color=false");
        // otherwise it logs one line per probe while it starts
        arguments.add("--log-level=INFO,io.smallrye.health:WARN");
        return arguments;
    }

    private static Map<String, String> environment(Settings settings) {
        Map<String, String> environment = new LinkedHashMap<>(settings.environment());
        environment.put("KC_DB_URL", settings.database().jdbcUrl());
        environment.put("KC_DB_USERNAME", settings.database().credentials().username());
        environment.put("KC_DB_PASSWORD", settings.database().credentials().password());
        environment.put("KC_DB_POOL_MAX_SIZE", "20");
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", settings.admin().username());
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", settings.admin().password());
        return environment;
    }

    private static void importOnStart(Path home, String realm) {
        try {
            Path folder = Files.createDirectories(home.resolve("data/import"));
            Files.writeString(folder.resolve("transcendence-realm.json"), realm);
        } catch (IOException failure) {
            throw new UncheckedIOException("Could not write the realm for Keycloak", failure);
        }
    }
}
