package ft.transcendence.platform.launcher;

import ft.transcendence.platform.launcher.Secrets.Purpose;
import ft.transcendence.platform.servers.AotCaches;
import ft.transcendence.platform.servers.JavaProgram;
import ft.transcendence.platform.servers.Probe;
import ft.transcendence.platform.servers.ProcessSpec;
import ft.transcendence.platform.servers.ProcessSpec.StopSignal;
import ft.transcendence.platform.servers.ServerProcess;
import ft.transcendence.platform.servers.Workspace;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Starts our own applications, configured by environment variables only. */
final class Applications {

    static final String GATEWAY = "gateway";
    static final String USERS = "users-subgraph";
    static final String MATCHES = "matches-subgraph";

    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private final Workspace workspace;
    private final Ports ports;
    private final Logs logs;
    private final Secrets secrets;
    private final Installation installation;
    private final Map<String, String> users;
    private final Map<String, String> matches;
    private final Map<String, String> gateway;

    Applications(
            Workspace workspace,
            Ports ports,
            Logs logs,
            Secrets secrets,
            Installation installation,
            PassedSettings settings) {
        this.workspace = workspace;
        this.ports = ports;
        this.logs = logs;
        this.secrets = secrets;
        this.installation = installation;
        this.users = settings.complete(USERS, Map.of(), usersEnvironment());
        this.matches = settings.complete(
                MATCHES, installation.matchesDefaults(local(ports.gateway(), "/graphql")), matchesEnvironment());
        this.gateway = settings.complete(GATEWAY, gatewayDefaults(), gatewayEnvironment());
    }

    Part users(Set<String> dependencies) {
        return application(USERS, USERS, 256, users, ports.users(), dependencies);
    }

    Part matches(Set<String> dependencies) {
        return application(MATCHES, MATCHES, 256, matches, ports.matches(), dependencies);
    }

    Part gateway() {
        Part gateway = application(GATEWAY, "gateway/server", 192, this.gateway, ports.gatewayManagement(), Set.of());
        // health has a server of its own, which can be up while the one for clients is not
        Probe clients = Probe.http(local(ports.gateway(), "/avatars/default.svg"));
        return new Part(
                gateway.name(),
                gateway.dependencies(),
                gateway.start(),
                gateway.liveness().and(clients));
    }

    Part fakeFortyTwo(String name) {
        Probe health = Probe.http(local(ports.fortyTwo(), "/health"));
        Path libraries = workspace.root().resolve("platform/launcher/target/lib");
        List<String> command = JavaProgram.withHeap(32)
                .cached(AotCaches.existing(), workspace.cache().resolve("fake-42"))
                .run(JavaProgram.classpathOf(libraries), "ft.transcendence.auth.fortytwo.FakeFortyTwo", List.of());
        Map<String, String> environment = Map.of(
                "SERVER_ADDRESS",
                "127.0.0.1",
                "SERVER_PORT",
                Integer.toString(ports.fortyTwo()),
                "FORTYTWO_CLIENT_ID",
                FortyTwo.LOCAL_CLIENT_ID,
                "FORTYTWO_CLIENT_SECRET",
                secrets.of(Purpose.FORTYTWO_CLIENT),
                "FORTYTWO_REDIRECT_URIS",
                ports.issuer() + "/broker/42/endpoint");
        return new Part(name, Set.of(), () -> start(name, command, environment, health), health);
    }

    /**
     * Returns the executable jar that the build of a module produced.
     *
     * @throws PlatformException when it is not built
     */
    static Path jar(Workspace workspace, String module) {
        try (Stream<Path> files = Files.list(workspace.root().resolve(module).resolve("target"))) {
            return files.filter(file -> file.getFileName()
                            .toString()
                            .matches("[a-z-]+(-\\d[\\w.-]*)?(?<!sources|javadoc|tests)\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> notBuilt(module));
        } catch (IOException noTarget) {
            throw notBuilt(module);
        }
    }

    private static PlatformException notBuilt(String module) {
        return new PlatformException(
                module + " is not built. Start the platform with ./transcend up, which builds it.");
    }

    private Part application(
            String name,
            String module,
            int heapMebibytes,
            Map<String, String> environment,
            int healthPort,
            Set<String> dependencies) {
        return new Part(
                name,
                dependencies,
                () -> start(
                        name,
                        installation.command(name, module, heapMebibytes),
                        environment,
                        Probe.http(local(healthPort, "/actuator/health/readiness"))),
                Probe.http(local(healthPort, "/actuator/health/liveness")));
    }

    private ServerProcess start(String name, List<String> command, Map<String, String> environment, Probe readiness) {
        ServerProcess process =
                ServerProcess.start(new ProcessSpec(name, command, environment, logs.of(name), StopSignal.TERM));
        try {
            readiness.await(process, START_LIMIT);
            return process;
        } catch (RuntimeException failure) {
            process.close();
            throw failure;
        }
    }

    private Map<String, String> usersEnvironment() {
        Map<String, String> environment = subgraph(ports.users(), Purpose.USERS_GATEWAY_CREDENTIAL);
        environment.putAll(database(ports.usersDatabase(), "users", secrets.of(Purpose.USERS_DATABASE)));
        environment.put("KEYCLOAK_URL", ports.keycloakUrl());
        environment.put("KEYCLOAK_CLIENT_SECRET", secrets.of(Purpose.USERS_CLIENT));
        return environment;
    }

    private Map<String, String> matchesEnvironment() {
        Map<String, String> environment = subgraph(ports.matches(), Purpose.MATCHES_GATEWAY_CREDENTIAL);
        environment.putAll(database(ports.matchesDatabase(), "matches", secrets.of(Purpose.MATCHES_DATABASE)));
        environment.put("TICKET_ENCRYPTION_KEY", secrets.of(Purpose.TICKET_ENCRYPTION));
        return environment;
    }

    private Map<String, String> gatewayDefaults() {
        Map<String, String> defaults = new LinkedHashMap<>(installation.gatewayDefaults());
        defaults.put(
                "SUPERGRAPH", workspace.root().resolve("supergraph.graphql").toString());
        defaults.put("SUBGRAPH_USERS_URL", local(ports.users(), "/graphql").toString());
        defaults.put("SUBGRAPH_MATCHES_URL", local(ports.matches(), "/graphql").toString());
        return defaults;
    }

    private Map<String, String> gatewayEnvironment() {
        Map<String, String> environment = common(ports.gateway());
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(ports.gatewayManagement()));
        environment.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        environment.put("OIDC_CLIENT_SECRET", secrets.of(Purpose.GATEWAY_CLIENT));
        // one for each, so that who learns it at one subgraph cannot call the other
        environment.put("GATEWAY_SUBGRAPHS_NAMED_USERS_CREDENTIAL", secrets.of(Purpose.USERS_GATEWAY_CREDENTIAL));
        environment.put("GATEWAY_SUBGRAPHS_NAMED_MATCHES_CREDENTIAL", secrets.of(Purpose.MATCHES_GATEWAY_CREDENTIAL));
        environment.putAll(installation.gatewaySettings());
        return environment;
    }

    private static URI local(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private Map<String, String> subgraph(int port, Purpose credential) {
        Map<String, String> environment = common(port);
        environment.put("GATEWAY_CREDENTIAL", secrets.of(credential));
        environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.kafka());
        return environment;
    }

    private Map<String, String> common(int port) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("OIDC_ISSUER", ports.issuer());
        environment.put("OIDC_JWKS_URL", ports.issuer() + "/protocol/openid-connect/certs");
        return environment;
    }

    private static Map<String, String> database(int port, String name, String password) {
        return Map.of(
                "SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:" + port + "/" + name,
                "SPRING_DATASOURCE_USERNAME", name,
                "SPRING_DATASOURCE_PASSWORD", password);
    }
}
