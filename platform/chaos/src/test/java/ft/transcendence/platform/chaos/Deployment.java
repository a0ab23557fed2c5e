package ft.transcendence.platform.chaos;

import ft.transcendence.platform.servers.BootApplication;
import ft.transcendence.platform.servers.FreePorts;
import ft.transcendence.platform.servers.KafkaServer;
import ft.transcendence.platform.servers.PostgresServer;
import ft.transcendence.platform.servers.PostgresServer.Durability;
import ft.transcendence.platform.servers.Workspace;
import ft.transcendence.subgraph.testing.TestEnvironment;
import ft.transcendence.subgraph.testing.TestIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * The part of the platform that events pass through, as separate processes: both subgraphs, a database for each, and the broker. Tests
 * call the subgraphs as the gateway does.
 */
final class Deployment implements AutoCloseable {

    private static final String PASSWORD = "chaos";
    private static final String USERS_DB = "users_db";
    private static final String MATCHES_DB = "matches_db";
    private static final String KAFKA = "kafka";

    /** The game servers finish matches at once, and few players play again and again. */
    private static final Map<String, String> NO_LIMITS_FOR_PEOPLE = Map.of(
            "MATCHES_DOUBTS_TIME_PER_POINT", "0s",
            "MATCHES_DOUBTS_SAME_PAIR", "1000000",
            "MATCHES_DOUBTS_NEW_PLAYER", "0s",
            "MATCHES_CHALLENGE_PER_HOUR", "1000000",
            "USERS_NOTIFICATION_KEPT_PER_USER", "1000000");

    private final Workspace workspace;
    private final Path folder;
    private final List<Integer> ports;
    private PostgresServer usersServer;
    private PostgresServer matchesServer;
    private final Broker broker;
    private final Subgraph users;
    private final Subgraph matches;

    private Deployment(Workspace workspace, Path folder) {
        this.workspace = workspace;
        this.folder = folder;
        this.ports = FreePorts.pick(8);
        this.usersServer = postgres(USERS_DB, ports.get(0));
        this.matchesServer = postgres(MATCHES_DB, ports.get(1));
        this.broker = new Broker(
                workspace,
                new KafkaServer.Settings(
                        folder.resolve(KAFKA), folder.resolve("kafka.log"), ports.get(2), ports.get(3)));
        this.users = subgraph(workspace, "users-subgraph", usersDatabase(), ports.subList(4, 6));
        this.matches = subgraph(workspace, "matches-subgraph", matchesDatabase(), ports.subList(6, 8));
    }

    /** Starts everything, with one instance of each subgraph. */
    static Deployment start() {
        try {
            // named, so that the logs of a failure can be found
            Path folder = Files.createTempDirectory("transcendence-chaos-");
            Deployment deployment = new Deployment(Workspace.locate(), folder);
            Runtime.getRuntime().addShutdownHook(new Thread(deployment::close, "stop the chaos deployment"));
            deployment.start(0);
            return deployment;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Starts an instance of both subgraphs, unless it is running. */
    void start(int instance) {
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> users.start(instance), Thread::startVirtualThread),
                        CompletableFuture.runAsync(() -> matches.start(instance), Thread::startVirtualThread))
                .join();
    }

    Broker broker() {
        return broker;
    }

    Topics topics() {
        return new Topics(broker.address());
    }

    Subgraph users() {
        return users;
    }

    Subgraph matches() {
        return matches;
    }

    Database usersDatabase() {
        return new Database(usersServer.jdbcUrl("users"), PostgresServer.SUPERUSER, PASSWORD);
    }

    Database matchesDatabase() {
        return new Database(matchesServer.jdbcUrl("matches"), PostgresServer.SUPERUSER, PASSWORD);
    }

    /** Copies both databases while they run. */
    List<Backup> backUp() {
        return List.of(
                Backup.of(usersDatabase(), folder.resolve(USERS_DB), folder.resolve("users.tar")),
                Backup.of(matchesDatabase(), folder.resolve(MATCHES_DB), folder.resolve("matches.tar")));
    }

    /** Kills everything, and deletes all data of the databases and of the broker. */
    void destroy() {
        users.close();
        matches.close();
        broker.close();
        usersServer.process().kill();
        matchesServer.process().kill();
        List.of(USERS_DB, MATCHES_DB, KAFKA).forEach(data -> delete(folder.resolve(data)));
    }

    /** Starts everything with these databases and an empty broker. */
    void restore(List<Backup> backups) {
        backups.get(0).restoreTo(folder.resolve(USERS_DB));
        backups.get(1).restoreTo(folder.resolve(MATCHES_DB));
        usersServer = postgres(USERS_DB, ports.get(0));
        matchesServer = postgres(MATCHES_DB, ports.get(1));
        broker.start();
        start(0);
    }

    @Override
    public synchronized void close() {
        if (Files.notExists(folder)) {
            return;
        }
        users.close();
        matches.close();
        broker.close();
        usersServer.process().kill();
        matchesServer.process().kill();
        delete(folder);
    }

    private PostgresServer postgres(String name, int port) {
        PostgresServer server = PostgresServer.start(
                workspace,
                new PostgresServer.Settings(
                        name,
                        folder.resolve(name),
                        folder.resolve(name + ".log"),
                        port,
                        PASSWORD,
                        Durability.IN_MEMORY));
        server.ensureDatabase(name.replace("_db", ""), PASSWORD);
        return server;
    }

    private Subgraph subgraph(Workspace workspace, String module, Database database, List<Integer> ports) {
        Map<String, String> environment = new HashMap<>(NO_LIMITS_FOR_PEOPLE);
        environment.put("SPRING_DATASOURCE_URL", database.url());
        environment.put("SPRING_DATASOURCE_USERNAME", module.replace("-subgraph", ""));
        environment.put("SPRING_DATASOURCE_PASSWORD", PASSWORD);
        environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", broker.address());
        environment.put("OIDC_ISSUER", TestIdentity.instance().issuer());
        environment.put("GATEWAY_CREDENTIAL", TestEnvironment.GATEWAY_CREDENTIAL);
        environment.put("TICKET_ENCRYPTION_KEY", "a-key-that-encrypts-nothing-of-value");
        // these tests change no accounts, so nothing listens here
        environment.put("KEYCLOAK_URL", "http://127.0.0.1:9");
        environment.put("KEYCLOAK_CLIENT_SECRET", "not-used");
        BootApplication application = BootApplication.prepare(workspace, module, jar(workspace, module));
        return new Subgraph(module, application, environment, folder, ports);
    }

    private static Path jar(Workspace workspace, String module) {
        Path target = workspace.root().resolve(module).resolve("target");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().matches(module + "(-[\\d.]+(-SNAPSHOT)?)?\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(module + " is not packaged; run ./mvnw package"));
        } catch (IOException failure) {
            throw new UncheckedIOException(module + " is not built; run ./mvnw package", failure);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
