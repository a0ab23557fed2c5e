package ft.transcendence.federation.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ft.transcendence.federation.operation.NormalizedOperation;
import ft.transcendence.federation.operation.OperationLimits;
import ft.transcendence.federation.operation.OperationNormalizer;
import ft.transcendence.federation.planner.path.PlanningException;
import ft.transcendence.federation.supergraph.Supergraph;
import graphql.parser.Parser;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PlanningBudgetTests {

    private static final Supergraph SUPERGRAPH = Supergraph.parse(Plans.supergraph("a b", """
            type Query @join__type(graph: A) @join__type(graph: B) { user: User @join__field(graph: A) }
            type User @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
              id: ID!
              name: String @join__field(graph: B)
              friend: User @join__field(graph: A)
              rival: User @join__field(graph: B)
            }
            """));

    private static NormalizedOperation operation(int depth) {
        String text = "{ user " + "{ name friend { rival ".repeat(depth) + "{ name }" + " } }".repeat(depth) + " }";
        return new OperationNormalizer(SUPERGRAPH.consumerSchema(), OperationLimits.defaults())
                .normalize(Parser.parse(text), null, name -> false);
    }

    @Test
    void endsWithAClearErrorPastTheBudget() {
        QueryPlanner planner = new QueryPlanner(SUPERGRAPH, new PlannerLimits(200, Duration.ofSeconds(10)));
        PlanningException failure = catchThrowableOfType(PlanningException.class, () -> planner.plan(operation(10)));
        assertThat(failure.code()).isEqualTo(PlanningException.Code.PLANNING_BUDGET_EXCEEDED);
    }

    @Test
    void aDeepChainOfHopsStaysWithinTheDefaultBudget() {
        QueryPlanner planner = new QueryPlanner(SUPERGRAPH, PlannerLimits.defaults());
        assertThat(planner.plan(operation(10)).toString()).contains("Flatten");
    }
}
