package ft.transcendence.federation.planner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DeepRequirementTests {

    @Test
    void fragmentThatCannotApplyRequiresNothing() {
        Plans plans = Plans.over("a b", """
                type Query @join__type(graph: A) @join__type(graph: B) { box: Box @join__field(graph: A) }
                type Box @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
                  id: ID!
                  content: Content @join__field(graph: A, external: true) @join__field(graph: B)
                  label: String @join__field(graph: A, requires: "content { ... on Book { author { name } } ... on Toy { name } }")
                }
                union Content @join__type(graph: A) @join__type(graph: B)
                  @join__unionMember(graph: A, member: "Book") @join__unionMember(graph: A, member: "Toy")
                  @join__unionMember(graph: B, member: "Toy") = Book | Toy
                type Book @join__type(graph: A, key: "id") { id: ID! author: Author }
                type Author @join__type(graph: A) { name: String }
                type Toy @join__type(graph: A) @join__type(graph: B) { name: String }
                """);
        assertThat(plans.plan("{ box { label } }")).isEqualTo("""
                QueryPlan {
                  Sequence {
                    Fetch(service: "a") {
                      {
                        box {
                          id
                        }
                      }
                    },
                    Flatten(path: "box") {
                      Fetch(service: "b") {
                        {
                          ... on Box {
                            __typename
                            id
                          }
                        } =>
                        {
                          ... on Box {
                            content {
                              __typename
                              ... on Toy {
                                name
                              }
                            }
                          }
                        }
                      },
                    },
                    Flatten(path: "box") {
                      Fetch(service: "a") {
                        {
                          ... on Box {
                            __typename
                            id
                            content {
                              __typename
                              ... |[Toy] {
                                name
                              }
                            }
                          }
                        } =>
                        {
                          ... on Box {
                            label
                          }
                        }
                      },
                    },
                  },
                }
                """);
    }
}
