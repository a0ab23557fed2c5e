package ft.transcendence.platform.launcher;

import ft.transcendence.platform.launcher.Secrets.Purpose;
import ft.transcendence.platform.servers.AotCaches;
import ft.transcendence.platform.servers.KafkaServer;
import ft.transcendence.platform.servers.KeycloakServer;
import ft.transcendence.platform.servers.KeycloakServer.Credentials;
import ft.transcendence.platform.servers.KeycloakServer.Database;
import ft.transcendence.platform.servers.LocalRealm;
import ft.transcendence.platform.servers.PostgresServer;
import ft.transcendence.platform.servers.PostgresServer.Durability;
import ft.transcendence.platform.servers.Probe;
import ft.transcendence.platform.servers.ServerProcess;
import ft.transcendence.platform.servers.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The parts of the platform and their dependencies. */
public final class PlatformParts {

    /** The password of every seeded player; these players exist only on local platforms. */
    public static final String DEMO_PASSWORD = "Pong-demo-1234";

    static final String ADMIN = "admin";
    static final String REALM = "transcendence";

    private static final String USERS_DB = "users_db";
    private static final String MATCHES_DB = "matches_db";
    private static final String KAFKA = "kafka";
    private static final String KEYCLOAK = "keycloak";
    private static final String FORTY_TWO = "fake-42";

    private final Workspace workspace;
    private final Ports ports;
    private final Home home;
    private final Logs logs;
    private final Secrets secrets;
    private final AotCaches caches;
    private final FortyTwo fortyTwo;
    private final GatewayAddress address;
    private final Applications applications;

    PlatformParts(
            Workspace workspace,
            Ports ports,
            Home home,
            Secrets secrets,
            Installation installation,
            AotCaches caches,
            PassedSettings settings) {
        this.workspace = workspace;
        this.ports = ports;
        this.home = home;
        this.logs = new Logs(home);
        this.secrets = secrets;
        this.caches = caches;
        this.fortyTwo = FortyTwo.chosenBy(System.getenv(), secrets);
        this.address = GatewayAddress.chosenBy(System.getenv(), ports);
        this.applications = new Applications(workspace, ports, logs, secrets, installation, settings);
    }

    /** All parts, each after its dependencies. */
    List<Part> all() {
        List<Part> parts = new ArrayList<>(List.of(
                new Part(USERS_DB, Set.of(), this::startUsersDatabase, databaseProbe(ports.usersDatabase())),
                // the slowest to start comes first
                new Part(
                        KEYCLOAK,
                        Set.of(USERS_DB),
                        this::startKeycloak,
                        KeycloakServer.isAlive(ports.keycloakManagement())),
                new Part(KAFKA, Set.of(), this::startKafka, Probe.kafka(ports.kafka())),
                new Part(MATCHES_DB, Set.of(), this::startMatchesDatabase, databaseProbe(ports.matchesDatabase())),
                applications.users(Set.of(USERS_DB, KAFKA)),
                applications.matches(Set.of(MATCHES_DB, KAFKA)),
                applications.gateway()));
        if (!fortyTwo.isReal()) {
            parts.add(applications.fakeFortyTwo(FORTY_TWO));
        }
        return parts;
    }

    private ServerProcess startUsersDatabase() {
        PostgresServer server = postgres(USERS_DB, ports.usersDatabase());
        server.ensureDatabase("users", secrets.of(Purpose.USERS_DATABASE));
        // Keycloak has a database of its own, and a third server would only cost memory
        server.ensureDatabase(KEYCLOAK, secrets.of(Purpose.KEYCLOAK_DATABASE));
        return server.process();
    }

    private ServerProcess startMatchesDatabase() {
        PostgresServer server = postgres(MATCHES_DB, ports.matchesDatabase());
        server.ensureDatabase("matches", secrets.of(Purpose.MATCHES_DATABASE));
        return server.process();
    }

    private PostgresServer postgres(String name, int port) {
        return PostgresServer.start(
                workspace,
                new PostgresServer.Settings(
                        name,
                        home.data(name),
                        logs.of(name),
                        port,
                        secrets.of(Purpose.DATABASE_SUPERUSER),
                        Durability.ON_DISK));
    }

    private Probe databaseProbe(int port) {
        return PostgresServer.probe(port, secrets.of(Purpose.DATABASE_SUPERUSER));
    }

    private ServerProcess startKafka() {
        return KafkaServer.start(
                        workspace,
                        new KafkaServer.Settings(
                                home.data(KAFKA), logs.of(KAFKA), ports.kafka(), ports.kafkaController()),
                        caches)
                .process();
    }

    private ServerProcess startKeycloak() {
        fortyTwo.requireUnchanged(home.data("42-application"));
        address.requireUnchanged(home.data("gateway-address"));
        return KeycloakServer.start(
                        workspace,
                        new KeycloakServer.Settings(
                                home.data(KEYCLOAK),
                                logs.of(KEYCLOAK),
                                ports.keycloak(),
                                ports.keycloakManagement(),
                                new Database(
                                        "jdbc:postgresql://127.0.0.1:" + ports.usersDatabase() + "/keycloak",
                                        new Credentials(KEYCLOAK, secrets.of(Purpose.KEYCLOAK_DATABASE))),
                                new Credentials(ADMIN, secrets.of(Purpose.KEYCLOAK_ADMIN)),
                                LocalRealm.read(workspace),
                                realmVariables()),
                        caches)
                .process();
    }

    private Map<String, String> realmVariables() {
        Map<String, String> variables = new LinkedHashMap<>(fortyTwo.realmVariables(ports));
        variables.put("GATEWAY_URL", address.url());
        variables.put("GATEWAY_BACKCHANNEL_URL", "http://127.0.0.1:" + ports.gateway());
        variables.put("GATEWAY_CLIENT_SECRET", secrets.of(Purpose.GATEWAY_CLIENT));
        variables.put("GAME_SERVER_CLIENT_SECRET", secrets.of(Purpose.GAME_SERVER_CLIENT));
        variables.put("USERS_CLIENT_SECRET", secrets.of(Purpose.USERS_CLIENT));
        variables.put("DEMO_PASSWORD", DEMO_PASSWORD);
        return variables;
    }
}
