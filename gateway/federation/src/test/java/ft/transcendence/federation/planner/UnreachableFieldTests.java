package ft.transcendence.federation.planner;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.planner.limits.PlanningException;
import org.junit.jupiter.api.Test;

/** Supergraphs that composition would reject, because no subgraph can resolve some field on some path. */
final class UnreachableFieldTests {

    @Test
    void doesNotEnterByAnUnresolvableKey() {
        Plans plans = Plans.over("a b", """
                type Query @join__type(graph: A) @join__type(graph: B) { user: User @join__field(graph: A) }
                type User @join__type(graph: A, key: "id") @join__type(graph: B, key: "id", resolvable: false) {
                  id: ID!
                  name: String @join__field(graph: B)
                }
                """);
        assertThat(plans.failure("{ user { name } }").code()).isEqualTo(PlanningException.Code.UNREACHABLE_FIELD);
    }

    @Test
    void fetchesAFieldOfAnInterfaceOnOnePath() {
        Plans plans = Plans.over("a b", """
                type Query @join__type(graph: A) @join__type(graph: B) { node(id: ID!): Node }
                interface Node @join__type(graph: A) @join__type(graph: B) { id: ID! }
                type User implements Node @join__implements(graph: A, interface: "Node") @join__implements(graph: B, interface: "Node")
                  @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
                  id: ID! @join__field(graph: A) @join__field(graph: B, external: true)
                }
                type Team implements Node @join__implements(graph: A, interface: "Node") @join__implements(graph: B, interface: "Node")
                  @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
                  id: ID! @join__field(graph: A, external: true) @join__field(graph: B)
                }
                """);
        assertThat(plans.failure("{ node(id: 1) { id } }").code()).isEqualTo(PlanningException.Code.UNREACHABLE_FIELD);
        assertThat(plans.plan("{ node(id: 1) { ... on Team { id } } }")).isEqualTo("""
                QueryPlan {
                  Fetch(service: "b") {
                    {
                      node(id: 1) {
                        __typename
                        ... on Team {
                          id
                        }
                      }
                    }
                  },
                }
                """);
    }
}
