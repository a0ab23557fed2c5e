package ft.transcendence.platform.load;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.platform.load.Result.Environment;
import ft.transcendence.platform.load.Result.Measured;
import ft.transcendence.platform.load.Result.Steady;
import ft.transcendence.platform.load.Result.WarmUp;
import ft.transcendence.platform.load.Result.Window;
import ft.transcendence.platform.load.profile.Layer;
import ft.transcendence.platform.load.profile.LayerShares;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarkdownReportTests {

    private static final Map<String, Double> COLD = Map.of("gateway", 20.0, "users-subgraph", 84.0);
    private static final Map<String, Double> WARM = Map.of("gateway", 0.57, "users-subgraph", 2.571, "kafka", 0.004);

    private static final Result RESULT = new Result(
            new Environment(
                    "2026-11-27T12:00:00Z", "abc1234", 2, "25.0.3", false, 100_000, 1_000_000, 8, 15, Optional.of(3.0)),
            List.of(new Window(0, 10, 13.2, 3, COLD)),
            List.of(new Measured(
                    "player page",
                    new WarmUp(95, 15_000, true),
                    223.4,
                    WARM,
                    new Steady(134.04, 6.5, 21.26),
                    11,
                    Map.of("SELECT 1", 2.0),
                    Optional.of(5.0),
                    Map.of(
                            "users-subgraph",
                            new LayerShares(Map.of(Layer.SECURITY, 13.04, Layer.SPRING, 86.96), 900)))));

    @Test
    void hasATableForEachKindOfFigure() {
        assertThat(MarkdownReport.of(RESULT))
                .contains(
                        "100,000 players and 1,000,000 matches",
                        "without the second compiler",
                        "| seconds | gateway | users-subgraph | matches-subgraph | users_db | matches_db | kafka | keycloak | **sum** | pages/s | failed |",
                        "| 0–10 | 20.0 | 84.0 | 0.00 | 0.00 | 0.00 | 0.00 | 0.00 | **104** | 13.2 | 3 |",
                        "| player page | 0.57 | 2.57 | 0.00 | 0.00 | 0.00 | 0.00 | 0.00 | **3.15** | 223 |",
                        "| player page | 11.0 | 5.00 | 95 s, 15,000 requests | 134/s | 6.50 | 21.3 |",
                        "| layer | users-subgraph |",
                        "| security | 13.0 |",
                        "| Spring | 87.0 |")
                .doesNotContain("Hibernate", "Other programs");
    }

    @Test
    void warnsOfOtherPrograms() {
        Environment environment = RESULT.environment();
        Result disturbed = new Result(
                new Environment(
                        environment.time(),
                        environment.commit(),
                        environment.cpus(),
                        environment.java(),
                        true,
                        environment.players(),
                        environment.matches(),
                        environment.clients(),
                        environment.seconds(),
                        Optional.of(61.7)),
                List.of(),
                List.of());

        assertThat(MarkdownReport.of(disturbed))
                .contains("Other programs used 62 % of the machine meanwhile")
                .doesNotContain("second compiler");
    }

    @Test
    void hasAColumnForEachOtherProcess() {
        Measured measured = new Measured(
                "search",
                new WarmUp(30, 9_000, true),
                500,
                Map.of("gateway", 0.2, "users-subgraph 2", 0.3),
                new Steady(300, 2, 9),
                2,
                Map.of(),
                Optional.empty(),
                Map.of());

        assertThat(MarkdownReport.of(new Result(RESULT.environment(), List.of(), List.of(measured))))
                .contains(
                        "| keycloak | users-subgraph 2 | **sum** | requests/s |",
                        "| search | 0.20 | 0.00 | 0.00 | 0.00 | 0.00 | 0.00 | 0.00 | 0.30 | **0.50** | 500 |");
    }

    @Test
    void listsSqlStatements() {
        assertThat(MarkdownReport.sql(RESULT)).contains("of player page:", "- 2.00: `SELECT 1`");
    }

    @Test
    void saysWhatIsUnknownOrNotStable() {
        Measured measured = RESULT.operations().getFirst();
        Result unstable = new Result(
                RESULT.environment(),
                List.of(),
                List.of(new Measured(
                        "search",
                        new WarmUp(180, 900, false),
                        measured.perSecond(),
                        measured.cpu(),
                        measured.steady(),
                        3,
                        Map.of(),
                        Optional.empty(),
                        Map.of())));

        assertThat(MarkdownReport.of(unstable))
                .contains("| search | 3.00 | – | 180 s, 900 requests (not stable) |")
                .doesNotContain("After a restart", "Share of each layer");
    }

    @Test
    void survivesJson() {
        assertThat(Result.fromJson(RESULT.toJson())).isEqualTo(RESULT);
    }

    @Test
    void comparesTwoResults() {
        Measured before = RESULT.operations().getFirst();
        Result faster = new Result(
                RESULT.environment(),
                List.of(new Window(0, 10, 20, 0, Map.of("gateway", 52.0))),
                List.of(new Measured(
                        "player page",
                        before.warmUp(),
                        400,
                        Map.of("gateway", 1.5725),
                        before.steady(),
                        5,
                        Map.of(),
                        Optional.of(3.0),
                        Map.of())));

        assertThat(Comparison.of(RESULT, faster))
                .contains(
                        "| player page, 0–10 s after a restart | 104 | 52.0 | -50 % |",
                        "| player page | 3.15 | 1.57 | -50 % |");
    }

    @Test
    void showsHowCostGrowsWithTheData() {
        Result smaller = withPlayers(10_000, Map.of("gateway", 1.0, "users_db", 0.5));
        Result larger = withPlayers(1_000_000, Map.of("gateway", 1.0, "users_db", 0.5, "matches_db", 0.25));

        assertThat(Growth.of(List.of(larger, smaller)))
                .contains(
                        "| operation | 10,000 players, 100,000 matches | 1,000,000 players, 10,000,000 matches |",
                        "| player page | 1.50 (0.50), 6.50 ms | 1.75 (0.75), 6.50 ms |");
    }

    private static Result withPlayers(int players, Map<String, Double> cpu) {
        Environment environment = RESULT.environment();
        Measured measured = RESULT.operations().getFirst();
        return new Result(
                new Environment(
                        environment.time(),
                        environment.commit(),
                        environment.cpus(),
                        environment.java(),
                        true,
                        players,
                        players * 10L,
                        environment.clients(),
                        environment.seconds(),
                        environment.othersPercent()),
                List.of(),
                List.of(new Measured(
                        measured.operation(),
                        measured.warmUp(),
                        measured.perSecond(),
                        cpu,
                        measured.steady(),
                        measured.statements(),
                        measured.sql(),
                        measured.subgraphRequests(),
                        measured.profile())));
    }
}
