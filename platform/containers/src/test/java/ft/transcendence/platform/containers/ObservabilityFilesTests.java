package ft.transcendence.platform.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Dashboards and alert rules ask for metrics that exist: a wrong name would stay silent for ever. */
class ObservabilityFilesTests {

    private static final String FOLDER = "platform/observability/";
    private static final Pattern METRIC = Pattern.compile("\\b([a-z]+(?:_[a-z0-9]+)+)\\b(?=[\\[{\\s)]|$)");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)(?==~?\"|!=|!~)");
    private static final Pattern GROUPED = Pattern.compile("by \\(([^)]*)\\)");
    private static final Pattern DOCUMENTED = Pattern.compile("`([a-z0-9_]+)`");
    private static final Pattern SUBGRAPH_METRIC = Pattern.compile("\"((?:outbox|inbox|matches)\\.[a-z.]+)\"");
    private static final List<String> SUBGRAPHS_OWN = List.of(
            "subgraph-starter/src/main/java/ft/transcendence/subgraph/inbox/CountedDeadLetters.java",
            "subgraph-starter/src/main/java/ft/transcendence/subgraph/outbox/OutboxMetrics.java",
            "matches-subgraph/src/main/java/ft/transcendence/matches/match/MatchMetrics.java");
    private static final Set<String> FUNCTIONS = Set.of("histogram_quantile");
    private static final Set<String> LABELS_OF_PROMETHEUS = Set.of("instance", "job", "le", "area");

    private static List<String> rules() {
        List<String> expressions = new ArrayList<>();
        Map<String, List<Map<String, List<Map<String, String>>>>> alerts =
                new Yaml().load(Repository.read(FOLDER + "alerts.yml"));
        in(alerts, "groups").forEach(group -> in(group, "rules")
                .forEach(rule -> expressions.add(String.valueOf(rule.get("expr")))));
        return expressions;
    }

    private static List<String> panels() {
        JsonNode dashboard =
                JsonMapper.shared().readTree(Repository.read(FOLDER + "grafana/dashboards/transcendence.json"));
        return dashboard.findValues("expr").stream().map(JsonNode::asString).toList();
    }

    private static List<String> expressions() {
        List<String> all = new ArrayList<>(rules());
        all.addAll(panels());
        return all;
    }

    /** The reference of the gateway, and the metrics of subgraphs. */
    private static Set<String> known() {
        Set<String> known = found(DOCUMENTED, Repository.read("docs/metrics.md"));
        for (String file : SUBGRAPHS_OWN) {
            found(SUBGRAPH_METRIC, Repository.read(file)).forEach(name -> {
                String exposed = name.replace('.', '_');
                // as Prometheus writes units and counters
                known.addAll(Set.of(exposed, exposed + "_seconds", exposed + "_total"));
            });
        }
        return known;
    }

    @Test
    void asksForMetricsThatExist() {
        Set<String> known = known();
        assertThat(expressions())
                .hasSizeGreaterThan(30)
                .filteredOn(expression -> !expression.equals("up == 0"))
                .allSatisfy(expression -> {
                    Set<String> metrics =
                            found(METRIC, GROUPED.matcher(expression).replaceAll(""));
                    metrics.removeAll(FUNCTIONS);
                    assertThat(metrics).isNotEmpty().allMatch(metric -> isKnown(metric, known), "exists");
                });
    }

    private static boolean isKnown(String metric, Set<String> known) {
        return known.contains(metric)
                || known.contains(metric.replaceAll("_(bucket|count|sum|max)$", ""))
                || known.contains(metric.replaceAll("_.*", "_"));
    }

    @Test
    void asksForLabelsThatExist() {
        Set<String> known = known();
        assertThat(expressions()).allSatisfy(expression -> {
            Set<String> labels = found(LABEL, expression);
            found(GROUPED, expression).forEach(group -> labels.addAll(List.of(group.split(", "))));
            labels.removeAll(LABELS_OF_PROMETHEUS);
            assertThat(labels).allMatch(known::contains, "exists");
        });
    }

    @Test
    void theSearchFindsAWrongName() {
        assertThat(found(METRIC, "rate(http_server_requests_duration_seconds_count[5m]) > 1"))
                .containsExactly("http_server_requests_duration_seconds_count")
                .noneMatch(metric -> isKnown(metric, known()));
    }

    @Test
    void alertsSayHowBadItIsAndWhatIsWrong() {
        Map<String, List<Map<String, List<Map<String, Object>>>>> alerts =
                new Yaml().load(Repository.read(FOLDER + "alerts.yml"));
        assertThat(in(alerts, "groups"))
                .allSatisfy(group -> assertThat(in(group, "rules")).allSatisfy(rule -> {
                    assertThat(rule).containsKeys("alert", "expr");
                    assertThat(String.valueOf(rule.get("labels"))).matches("\\{severity=(critical|warning)}");
                    assertThat(String.valueOf(rule.get("annotations"))).startsWith("{summary=");
                }));
    }

    @Test
    void containersArePinnedLimitedAndOnlyGrafanaIsPublishedOnLoopback() {
        Map<String, Map<String, Map<String, Object>>> compose =
                new Yaml().load(Repository.read(FOLDER + "docker-compose.yml"));
        in(compose, "services").forEach((name, service) -> {
            if (!service.containsKey("image")) {
                assertThat(ComposeFile.read().services()).containsKey(name);
                return;
            }
            assertThat(String.valueOf(service.get("image"))).as(name).matches("[a-z/]+:v?\\d+\\.\\d+\\.\\d+");
            assertThat(service).as(name).containsKeys("mem_limit", "restart", "networks", "cap_drop");
            assertThat(service.containsKey("ports")).as(name).isEqualTo(name.equals("grafana"));
            assertThat(String.valueOf(service.getOrDefault("ports", "[127.0.0.1:")))
                    .startsWith("[127.0.0.1:");
        });
    }

    private static <V> V in(Map<String, V> map, String key) {
        return Objects.requireNonNull(map.get(key), key);
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
