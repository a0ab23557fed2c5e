package ft.transcendence.federation.planner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Requirements that select fields with arguments. */
final class RequirementArgumentTests {

    private static final String QUERY =
            "type Query @join__type(graph: A) @join__type(graph: B) @join__type(graph: C) { product: Product @join__field(graph: A) }\n";

    @Test
    void aliasesARequirementWhoseArgumentsDifferFromTheClients() {
        Plans plans = Plans.over("a b c", QUERY + """
                type Product @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
                  id: ID!
                  notes(limit: Int): [String] @join__field(graph: A) @join__field(graph: B, external: true)
                  few: Int @join__field(graph: B, requires: "notes(limit: 3)")
                }
                """);
        assertThat(plans.plan("{ product { notes(limit: 1) few } }")).isEqualTo("""
                QueryPlan {
                  Sequence {
                    Fetch(service: "a") {
                      {
                        product {
                          notes(limit: 1)
                          id
                          _0_notes: notes(limit: 3)
                        }
                      }
                    },
                    Flatten(path: "product") {
                      Fetch(service: "b") {
                        {
                          ... on Product {
                            __typename
                            id
                            notes <- _0_notes
                          }
                        } =>
                        {
                          ... on Product {
                            few
                          }
                        }
                      },
                    },
                  },
                }
                """);
    }

    @Test
    void requirementsWithDifferentArgumentsAreSentInTwoGroups() {
        Plans plans = Plans.over("a b c", QUERY + """
                type Product @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
                  id: ID!
                  notes(limit: Int): [String] @join__field(graph: A) @join__field(graph: B, external: true)
                  few: Int @join__field(graph: B, requires: "notes(limit: 3)")
                  many: Int @join__field(graph: B, requires: "notes(limit: 9)")
                }
                """);
        assertThat(plans.plan("{ product { few many } }")).isEqualTo("""
                QueryPlan {
                  Sequence {
                    Fetch(service: "a") {
                      {
                        product {
                          id
                          notes(limit: 3)
                          _0_notes: notes(limit: 9)
                        }
                      }
                    },
                    BatchFetch(service: "b") {
                      Flatten(path: "product") {
                        {
                          ... on Product {
                            __typename
                            id
                            notes
                          }
                        } =>
                        {
                          ... on Product {
                            few
                          }
                        }
                      },
                      Flatten(path: "product") {
                        {
                          ... on Product {
                            __typename
                            id
                            notes <- _0_notes
                          }
                        } =>
                        {
                          ... on Product {
                            many
                          }
                        }
                      },
                    },
                  },
                }
                """);
    }
}
