package ft.transcendence.federation.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

final class OverrideTests {

    @Test
    void theNewSubgraphIsAskedAlthoughTheOldOneHasTheFieldForItsKey() {
        Plans plans = Plans.over("a b", """
                type Query @join__type(graph: A) @join__type(graph: B) { user: User @join__field(graph: A) }
                type User @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
                  id: ID!
                  name: String @join__field(graph: A, usedOverridden: true) @join__field(graph: B, override: "a")
                }
                """);
        assertThat(plans.plan("{ user { name } }")).isEqualTo("""
                QueryPlan {
                  Sequence {
                    Fetch(service: "a") {
                      {
                        user {
                          id
                        }
                      }
                    },
                    Flatten(path: "user") {
                      Fetch(service: "b") {
                        {
                          ... on User {
                            __typename
                            id
                          }
                        } =>
                        {
                          ... on User {
                            name
                          }
                        }
                      },
                    },
                  },
                }
                """);
    }

    @Test
    void anUnknownSubgraphOverridesNothing() {
        Plans plans = Plans.over("a b", """
                type Query @join__type(graph: A) @join__type(graph: B) { user: User @join__field(graph: A, override: "gone") }
                type User @join__type(graph: A) { name: String }
                """);
        assertThat(plans.plan("{ user { name } }")).isEqualTo("""
                QueryPlan {
                  Fetch(service: "a") {
                    {
                      user {
                        name
                      }
                    }
                  },
                }
                """);
    }

    @Test
    void aLabelDecidesWhoIsAsked() {
        String types = """
                type Query @join__type(graph: A) @join__type(graph: B) { user: User @join__field(graph: A) }
                type User @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
                  id: ID!
                  name: String @join__field(graph: A) @join__field(graph: B, override: "a", overrideLabel: "percent(50)")
                }
                """;
        assertThat(Plans.over("a b", types, Set.of("percent(50)")).plan("{ user { name } }"))
                .contains("service: \"b\"");
        assertThat(Plans.over("a b", types).plan("{ user { name } }")).doesNotContain("service: \"b\"");
    }
}
