package ft.transcendence.federation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.engine.FederationEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class ProgressiveOverrideTests {

    private static final String SUPERGRAPH = """
            schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION)
            { query: Query }
            enum join__Graph { OLD @join__graph(name: "old", url: "") NEW @join__graph(name: "new", url: "") }
            type Query @join__type(graph: OLD) @join__type(graph: NEW) {
              few: Int @join__field(graph: OLD, overrideLabel: "percent(5)")
                @join__field(graph: NEW, override: "old", overrideLabel: "percent(5)")
              most: Int @join__field(graph: OLD, overrideLabel: "percent(99.5)")
                @join__field(graph: NEW, override: "old", overrideLabel: "percent(99.5)")
              beta: Int @join__field(graph: OLD, overrideLabel: "beta")
                @join__field(graph: NEW, override: "old", overrideLabel: "beta")
              plain: Int @join__field(graph: OLD)
            }
            """;

    private final List<String> called = new ArrayList<>();
    private final AtomicReference<Double> draw = new AtomicReference<>(0.5);
    private int draws;

    private final FederationEngine engine = FederationEngine.builder()
            .supergraph(SUPERGRAPH)
            .draws(() -> {
                draws++;
                return draw.get();
            })
            .transport(request -> {
                called.add(request.subgraph());
                return CompletableFuture.completedFuture(ScriptedTransport.response(200, "{\"data\":{}}"));
            })
            .build();

    private List<String> execute(String operation, RequestContext context) {
        called.clear();
        engine.execute(GraphQLRequest.of(operation), context).join();
        return List.copyOf(called);
    }

    private List<String> execute(String operation, double drawn) {
        draw.set(drawn);
        return execute(operation, RequestContext.anonymous());
    }

    @Test
    void percentageMovesThatShareOfTheRequests() {
        assertThat(execute("{ few }", 0.0499)).containsExactly("new");
        assertThat(execute("{ few }", 0.05)).containsExactly("old");
        assertThat(execute("{ few }", 0.0)).containsExactly("new");
        assertThat(execute("{ most }", 0.994)).containsExactly("new");
        assertThat(execute("{ most }", 0.995)).containsExactly("old");
    }

    @Test
    void oneRandomNumberDecidesAllPercentagesOfARequest() {
        assertThat(execute("{ few most }", 0.5)).containsExactlyInAnyOrder("old", "new");
        assertThat(execute("{ few most }", 0.01)).containsExactly("new");
        assertThat(execute("{ few most }", 0.999)).containsExactly("old");
        assertThat(draws).isEqualTo(3);
    }

    @Test
    void drawsNoRandomNumberWithoutAPercentage() {
        assertThat(execute("{ plain beta }", 0.0)).containsExactly("old");
        assertThat(draws).isZero();
    }

    @Test
    void hostDecidesOtherLabelsForEachRequest() {
        List<String> consulted = new ArrayList<>();
        RequestContext tester = RequestContext.builder()
                .overrideLabels(label -> {
                    consulted.add(label);
                    return label.equals("beta");
                })
                .build();
        assertThat(execute("{ beta }", tester)).containsExactly("new");
        assertThat(execute("{ beta }", RequestContext.anonymous())).containsExactly("old");
        assertThat(execute("{ a: beta b: beta few }", tester)).containsExactlyInAnyOrder("new", "old");
        assertThat(consulted).containsExactly("beta", "beta");
    }
}
