package ft.transcendence.federation.planner.soundness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ft.transcendence.federation.operation.NormalizedOperation;
import ft.transcendence.federation.operation.OperationLimits;
import ft.transcendence.federation.operation.OperationNormalizer;
import ft.transcendence.federation.plan.PlanNode;
import ft.transcendence.federation.plan.QueryPlan;
import ft.transcendence.federation.planner.QueryPlanner;
import ft.transcendence.federation.planner.graph.QueryGraph;
import ft.transcendence.federation.planner.limits.PlannerLimits;
import ft.transcendence.federation.supergraph.Supergraph;
import ft.transcendence.federation.supergraph.reader.SupergraphReader;
import graphql.parser.Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every plan of the tests passes the check, so here plans are broken in one place at a time: each must be rejected. */
final class PlanSoundnessTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            entity-keys       | { products { name reviews { text author { points } } } }
            entity-keys       | { products { sku { expires amount } } team { score } }
            requirements      | { product { shipping stock label tax discount } }
            requirements      | { product { notes(limit: 1) few } }
            provides          | { featured { name maker { city { name zip } } } }
            interface-objects | { counted { rank } reviewed { ... on Book { pages } } }
            shared-values     | { stats { players { now ever } matches } }
            abstract-types    | { search { ... on Book { title } ... on Film { title } } }
            """)
    void rejectsAnIncompletePlan(String world, String operation) throws IOException {
        Supergraph supergraph = supergraph(world);
        NormalizedOperation normalized = new OperationNormalizer(
                        supergraph.consumerSchema(), OperationLimits.defaults())
                .normalize(Parser.parse(operation), null, name -> false);
        QueryPlan plan = new QueryPlanner(supergraph, PlannerLimits.defaults()).plan(normalized);
        QueryGraph graph = new QueryGraph(supergraph);
        assertThat(PlanSoundness.holds(graph, normalized, plan)).isTrue();

        List<PlanNode> broken = BrokenPlans.of(plan.root().orElseThrow());
        assertThat(broken).hasSizeGreaterThan(2);
        for (PlanNode root : broken) {
            QueryPlan brokenPlan = new QueryPlan(plan.operationKind(), Optional.of(root));
            assertThatThrownBy(() -> PlanSoundness.holds(graph, normalized, brokenPlan))
                    .as("%s", brokenPlan)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith("not sound: ");
        }
    }

    private static Supergraph supergraph(String world) throws IOException {
        String text = Files.readString(Path.of("src/test/resources/plans", world + ".txt"));
        String header = "### supergraph\n";
        return SupergraphReader.read(text.substring(text.indexOf(header) + header.length()));
    }
}
