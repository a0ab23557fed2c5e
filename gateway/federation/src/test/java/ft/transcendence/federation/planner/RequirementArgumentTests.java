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
    void requirementsWithDifferentArgumentsForOneOfTheTypesAreSentInTwoGroups() {
        Plans plans = Plans.over("a b c", QUERY + """
                type Product @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
                  id: ID!
                  part: Part @join__field(graph: A) @join__field(graph: B, external: true)
                  one: Int @join__field(graph: B, requires: "part { ... on Bolt { size(in: MM) } ... on Nut { size(in: INCH) } }")
                  two: Int @join__field(graph: B, requires: "part { ... on Bolt { size(in: INCH) } }")
                }
                union Part @join__type(graph: A) @join__type(graph: B) @join__unionMember(graph: A, member: "Bolt") @join__unionMember(graph: B, member: "Bolt") @join__unionMember(graph: A, member: "Nut") @join__unionMember(graph: B, member: "Nut") = Bolt | Nut
                type Bolt @join__type(graph: A) @join__type(graph: B) { size(in: Unit): Int @join__field(graph: A) @join__field(graph: B, external: true) }
                type Nut @join__type(graph: A) @join__type(graph: B) { size(in: Unit): Int @join__field(graph: A) @join__field(graph: B, external: true) }
                enum Unit @join__type(graph: A) @join__type(graph: B) { MM @join__enumValue(graph: A) @join__enumValue(graph: B) INCH @join__enumValue(graph: A) @join__enumValue(graph: B) }
                """);
        assertThat(plans.plan("{ product { one } }")).doesNotContain("BatchFetch");
        assertThat(plans.plan("{ product { one two } }"))
                .contains("BatchFetch(service: \"b\")")
                .containsPattern("Bolt][^}]*size <- _0_size[^}]*}[^}]*}[^}]*}[^}]*} =>[^}]*two");
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

    @Test
    void fragmentsWithOtherArgumentsBelowAreSentApart() {
        Plans plans = Plans.over("a b", """
                type Query @join__type(graph: A) @join__type(graph: B) { p: P @join__field(graph: A) }
                type P @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
                  id: ID!
                  parts(limit: Int): [Part] @join__field(graph: A) @join__field(graph: B, external: true)
                  first: String @join__field(graph: B, requires: "parts(limit: 1) { ... on Wheel { spokes(n: 1) } ... on Door { handle } }")
                  all: String @join__field(graph: B, requires: "parts(limit: 9) { ... on Wheel { spokes(n: 2) } }")
                }
                union Part @join__type(graph: A) @join__type(graph: B) @join__unionMember(graph: A, member: "Wheel") @join__unionMember(graph: A, member: "Door") @join__unionMember(graph: B, member: "Wheel") @join__unionMember(graph: B, member: "Door") = Wheel | Door
                type Wheel @join__type(graph: A) @join__type(graph: B) { spokes(n: Int): Int @join__field(graph: A) @join__field(graph: B, external: true) }
                type Door @join__type(graph: A) @join__type(graph: B) { handle: String @join__field(graph: A) @join__field(graph: B, external: true) }
                """);
        assertThat(plans.plan("{ p { first all parts(limit: 5) { ... on Wheel { spokes(n: 7) } } } }"))
                .isEqualTo("""
                QueryPlan {
                  Sequence {
                    Fetch(service: "a") {
                      {
                        p {
                          parts(limit: 5) {
                            __typename
                            ... on Wheel {
                              spokes(n: 7)
                            }
                          }
                          id
                          _0_parts: parts(limit: 1) {
                            __typename
                            ... on Door {
                              handle
                            }
                            ... on Wheel {
                              spokes(n: 1)
                            }
                          }
                          _1_parts: parts(limit: 9) {
                            __typename
                            ... on Wheel {
                              spokes(n: 2)
                            }
                          }
                        }
                      }
                    },
                    BatchFetch(service: "b") {
                      Flatten(path: "p") {
                        {
                          ... on P {
                            __typename
                            id
                            parts <- _0_parts {
                              __typename
                              ... |[Door] {
                                handle
                              }
                              ... |[Wheel] {
                                spokes
                              }
                            }
                          }
                        } =>
                        {
                          ... on P {
                            first
                          }
                        }
                      },
                      Flatten(path: "p") {
                        {
                          ... on P {
                            __typename
                            id
                            parts <- _1_parts {
                              __typename
                              ... |[Wheel] {
                                spokes
                              }
                            }
                          }
                        } =>
                        {
                          ... on P {
                            all
                          }
                        }
                      },
                    },
                  },
                }
                """);
    }
}
