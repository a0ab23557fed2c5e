package ft.transcendence.federation.planner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DeepRequirementTests {

    @Test
    void requirementsThatShareAFieldSendItOnceWithAllItsSelections() {
        Plans plans = Plans.over("a b", """
                type Query @join__type(graph: A) @join__type(graph: B) { part: Part @join__field(graph: B) }
                type Part @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
                  id: ID!
                  size: Int @join__field(graph: A, external: true) @join__field(graph: B)
                  next: Part @join__field(graph: A, external: true) @join__field(graph: B)
                  weight: Int @join__field(graph: A, requires: "next { size next { size } }")
                  price: Int @join__field(graph: A, requires: "next { next { id next { size } } }")
                }
                """);
        assertThat(plans.plan("{ part { weight price } }")).isEqualTo("""
                QueryPlan {
                  Sequence {
                    Fetch(service: "b") {
                      {
                        part {
                          id
                          next {
                            size
                            next {
                              size
                              id
                              next {
                                size
                              }
                            }
                          }
                        }
                      }
                    },
                    Flatten(path: "part") {
                      Fetch(service: "a") {
                        {
                          ... on Part {
                            __typename
                            id
                            next {
                              size
                              next {
                                size
                                id
                                next {
                                  size
                                }
                              }
                            }
                          }
                        } =>
                        {
                          ... on Part {
                            weight
                            price
                          }
                        } in parts [weight], [price]
                      },
                    },
                  },
                }
                """);
    }

    @Test
    void aFragmentThatCannotApplyRequiresNothing() {
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
