package ft.transcendence.federation.planner;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.planner.limits.PlanningException;
import org.junit.jupiter.api.Test;

/** A subgraph that holds an object is entered again, to be sent what a field of its own requires. */
final class ReentryTests {
    private static final String TYPES = """
            type Query @join__type(graph: A) @join__type(graph: B) { product: Product @join__field(graph: A) other: Product @join__field(graph: B) }
            type Product @join__type(graph: A, key: "id", resolvable: false) @join__type(graph: B, key: "id") {
              id: ID!
              weight: Int @join__field(graph: A, external: true) @join__field(graph: B)
              price: Int @join__field(graph: A, requires: "weight")
            }
            """;

    @Test
    void byAKeyThatIsNotResolvableForOthers() {
        assertThat(Plans.over("a b", TYPES).plan("{ product { price } }")).isEqualTo("""
                QueryPlan {
                  Sequence {
                    Fetch(service: "a") {
                      {
                        product {
                          id
                        }
                      }
                    },
                    Flatten(path: "product") {
                      Fetch(service: "b") {
                        {
                          ... on Product {
                            __typename
                            id
                          }
                        } =>
                        {
                          ... on Product {
                            weight
                          }
                        }
                      },
                    },
                    Flatten(path: "product") {
                      Fetch(service: "a") {
                        {
                          ... on Product {
                            __typename
                            id
                            weight
                          }
                        } =>
                        {
                          ... on Product {
                            price
                          }
                        }
                      },
                    },
                  },
                }
                """);
    }

    @Test
    void fromOtherSubgraphsThatKeyLeadsNowhere() {
        assertThat(Plans.over("a b", TYPES).failure("{ other { price } }").code())
                .isEqualTo(PlanningException.Code.UNREACHABLE_FIELD);
    }
}
