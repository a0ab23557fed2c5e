package ft.transcendence.platform.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/** The Helm chart, rendered by Helm itself. */
class ChartTests {

    private static final Path CHART = Repository.ROOT.resolve("platform/helm/transcendence");
    private static final Pattern SECRET = Pattern.compile("SECRET|PASSWORD|CREDENTIAL|_KEY$|REDIS");
    private static final Set<String> APPLICATIONS = Set.of("gateway", "users-subgraph", "matches-subgraph");

    /** The values that the README gives as an example. */
    private static final String EXAMPLE = Pattern.compile("(?s)```yaml\n(.*?)```")
            .matcher(Repository.read("platform/helm/transcendence/README.md"))
            .results()
            .findFirst()
            .orElseThrow()
            .group(1);

    @TempDir
    private static Path folder;

    private static Path example;

    @BeforeAll
    static void writeExample() throws IOException {
        example = folder.resolve("example.yaml");
        Files.writeString(example, EXAMPLE);
    }

    /** A rendered object of Kubernetes. */
    private record Resource(Map<String, Object> content) {

        String kind() {
            return String.valueOf(content.get("kind"));
        }

        String name() {
            return String.valueOf(at("metadata", "name"));
        }

        /** What is found by following these keys and positions. */
        Object at(Object... path) {
            Object current = content;
            for (Object step : path) {
                Object next = step instanceof Integer position
                        ? ((List<?>) current).get(position)
                        : ((Map<?, ?>) current).get(step);
                current = Objects.requireNonNull(next, () -> kind() + " without " + step);
            }
            return current;
        }

        @SuppressWarnings("unchecked")
        Map<String, Object> map(Object... path) {
            return (Map<String, Object>) at(path);
        }

        Map<String, Object> container() {
            return map("spec", "template", "spec", "containers", 0);
        }

        @SuppressWarnings("unchecked")
        List<Map<String, Object>> environment() {
            return (List<Map<String, Object>>) at("spec", "template", "spec", "containers", 0, "env");
        }
    }

    @Test
    void passesHelmsLinter() throws IOException {
        LintResult result = new Helm(chartWithExample()).lint().strict().quiet().call();

        assertThat(result.isFailed())
                .as(String.join("\n", result.getMessages()))
                .isFalse();
    }

    /** The linter takes no values, and there are no defaults for the addresses of other systems. */
    private static Path chartWithExample() throws IOException {
        Path copy = folder.resolve("transcendence");
        try (Stream<Path> files = Files.walk(CHART)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(CHART.relativize(file).toString()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Map<String, Object> values = new Yaml().load(Files.readString(CHART.resolve("values.yaml")));
        merge(values, new Yaml().load(EXAMPLE));
        Files.writeString(copy.resolve("values.yaml"), new Yaml().dump(values));
        return copy;
    }

    @SuppressWarnings("unchecked")
    private static void merge(Map<String, Object> values, Map<String, Object> others) {
        others.forEach((name, other) -> {
            if (values.get(name) instanceof Map<?, ?> known && other instanceof Map<?, ?> changes) {
                merge((Map<String, Object>) known, (Map<String, Object>) changes);
            } else {
                values.put(name, other);
            }
        });
    }

    @Test
    void rendersEveryApplicationWithItsServiceBudgetAndPolicy() {
        List<Resource> resources = render();

        for (String kind : List.of("Deployment", "Service", "PodDisruptionBudget", "NetworkPolicy")) {
            assertThat(ofKind(resources, kind))
                    .as(kind)
                    .extracting(Resource::name)
                    .containsExactlyInAnyOrderElementsOf(
                            APPLICATIONS.stream().map(name -> "pong-" + name).toList());
        }
        assertThat(resources).extracting(Resource::kind).doesNotContain("Secret", "HorizontalPodAutoscaler");
    }

    @Test
    void selectorsFindThePodsOfTheirApplication() {
        List<Resource> resources = render();

        for (Resource deployment : ofKind(resources, "Deployment")) {
            Map<String, Object> labels = deployment.map("spec", "template", "metadata", "labels");
            assertThat(labels).containsAllEntriesOf(deployment.map("spec", "selector", "matchLabels"));
            for (Resource service : ofKind(resources, "Service")) {
                boolean selected = labels.entrySet()
                        .containsAll(service.map("spec", "selector").entrySet());
                assertThat(selected).isEqualTo(service.name().equals(deployment.name()));
            }
        }
    }

    @Test
    void containersRunWithoutPrivilegesAndWithLimitsAndProbes() {
        assertThat(ofKind(render(), "Deployment")).allSatisfy(deployment -> {
            assertThat(deployment.map("spec", "template", "spec", "securityContext"))
                    .containsEntry("runAsNonRoot", true);
            assertThat(deployment.container().get("securityContext"))
                    .isEqualTo(Map.of(
                            "allowPrivilegeEscalation", false,
                            "readOnlyRootFilesystem", true,
                            "capabilities", Map.of("drop", List.of("ALL"))));
            assertThat(deployment.container())
                    .containsKeys("resources", "startupProbe", "readinessProbe", "livenessProbe");
            assertThat(deployment.at("spec", "template", "spec", "automountServiceAccountToken"))
                    .isEqualTo(false);
        });
    }

    @Test
    void readsSecretsByReferenceOnly() {
        for (Resource deployment : ofKind(render(), "Deployment")) {
            assertThat(deployment.environment()).allSatisfy(variable -> assertThat(variable.containsKey("valueFrom"))
                    .as("%s of %s is a reference", variable.get("name"), deployment.name())
                    .isEqualTo(
                            SECRET.matcher(String.valueOf(variable.get("name"))).find()));
        }
    }

    @Test
    void gatewayReadsTheCredentialOfEachSubgraphFromItsSecret() {
        List<Map<String, Object>> variables = gateway(render()).environment();
        for (String subgraph : List.of("users", "matches")) {
            assertThat(variables)
                    .contains(Map.of(
                            "name",
                            "GATEWAY_SUBGRAPHS_NAMED_" + subgraph.toUpperCase(Locale.ROOT) + "_CREDENTIAL",
                            "valueFrom",
                            Map.of(
                                    "secretKeyRef",
                                    Map.of("name", "transcendence-" + subgraph, "key", "GATEWAY_CREDENTIAL"))));
        }
    }

    /** Applications refuse unknown variables; those of the Compose file are tested against their settings. */
    @Test
    void setsTheVariablesOfTheComposeFile() {
        Set<String> additional =
                Set.of("GATEWAY_SHARED_STATE_REDIS_URL", "GATEWAY_LOGIN_STATE_KEY", "GATEWAY_SHUTDOWN_DRAIN_DELAY");
        ComposeFile compose = ComposeFile.read();

        for (Resource deployment : ofKind(render("identity.jwksUrl=http://keycloak/certs"), "Deployment")) {
            Set<String> variables = deployment.environment().stream()
                    .map(variable -> String.valueOf(variable.get("name")))
                    .filter(name -> !additional.contains(name))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(variables)
                    .isEqualTo(new TreeSet<>(compose.service(deployment.name().substring("pong-".length()))
                            .environment()
                            .keySet()));
        }
    }

    @Test
    void onlyTheGatewayAndMonitoringReachASubgraph() {
        for (Resource policy : ofKind(render(), "NetworkPolicy")) {
            if (policy.name().equals("pong-gateway")) {
                continue;
            }
            assertThat(policy.at("spec", "ingress")).asInstanceOf(LIST).hasSize(1);
            assertThat(policy.at("spec", "ingress", 0, "from"))
                    .asInstanceOf(LIST)
                    .hasSize(2);
            assertThat(policy.at("spec", "ingress", 0, "from", 0, "podSelector", "matchLabels"))
                    .isEqualTo(Map.of(
                            "app.kubernetes.io/name", "gateway",
                            "app.kubernetes.io/instance", "pong"));
            assertThat(policy.at("spec", "ingress", 0, "from", 1, "namespaceSelector", "matchLabels"))
                    .isEqualTo(Map.of("kubernetes.io/metadata.name", "monitoring"));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 30", "10, 40", "15, 45"})
    void gatewayHasTimeToDrainBeforeItIsKilled(int drain, int grace) {
        Resource gateway = gateway(render("gateway.drainDelaySeconds=" + drain));

        assertThat(gateway.at("spec", "template", "spec", "terminationGracePeriodSeconds"))
                .isEqualTo(grace);
        assertThat(gateway.environment())
                .contains(Map.of("name", "GATEWAY_SHUTDOWN_DRAIN_DELAY", "value", drain + "s"));
    }

    @Test
    void autoscalingReplacesTheFixedNumberOfInstances() {
        List<Resource> resources = render("gateway.autoscaling.enabled=true");

        assertThat(ofKind(resources, "HorizontalPodAutoscaler")).singleElement().satisfies(scaler -> {
            assertThat(scaler.at("spec", "scaleTargetRef", "name")).isEqualTo("pong-gateway");
            assertThat(scaler.at("spec", "minReplicas")).isEqualTo(2);
        });
        assertThat(gateway(resources).map("spec")).doesNotContainKey("replicas");
    }

    @Test
    void oneGatewayNeedsNoRedis() {
        Resource gateway = gateway(render("gateway.redis=false", "gateway.replicas=1"));

        assertThat(gateway.environment())
                .extracting(variable -> variable.get("name"))
                .doesNotContain("GATEWAY_SHARED_STATE_REDIS_URL");
    }

    @ParameterizedTest
    @CsvSource({
        "gateway.redis=false, Several gateways need gateway.redis",
        "gateway.replica=3, replica",
        "gateway.drainDelaySeconds=60, drainDelaySeconds",
        "identity.issuer=, identity.issuer is required",
        "subgraphs.users.database.url=jdbc:postgresql://users:secret@db/users, url"
    })
    void refusesWrongValues(String value, String reason) {
        assertThatThrownBy(() -> render(value)).hasMessageContaining(reason);
    }

    private static Resource gateway(List<Resource> resources) {
        return ofKind(resources, "Deployment").stream()
                .filter(deployment -> deployment.name().equals("pong-gateway"))
                .findFirst()
                .orElseThrow();
    }

    private static List<Resource> ofKind(List<Resource> resources, String kind) {
        return resources.stream()
                .filter(resource -> resource.kind().equals(kind))
                .toList();
    }

    /** The objects for the README's example and these values, as {@code name=value}. */
    @SuppressWarnings("unchecked")
    private static List<Resource> render(String... values) {
        TemplateCommand command = new Helm(CHART)
                .template()
                .withName("pong")
                .withKubeVersion("1.34.0")
                .withValuesFile(example);
        for (String value : values) {
            int end = value.indexOf('=');
            command.set(value.substring(0, end), value.substring(end + 1));
        }
        List<Resource> resources = new ArrayList<>();
        StreamSupport.stream(new Yaml().loadAll(command.call()).spliterator(), false)
                .filter(content -> content != null)
                .forEach(content -> resources.add(new Resource((Map<String, Object>) content)));
        return resources;
    }
}
