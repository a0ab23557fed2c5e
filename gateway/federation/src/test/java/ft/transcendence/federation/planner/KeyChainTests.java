package ft.transcendence.federation.planner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Entities reached by one key, which supplies the next. */
final class KeyChainTests {

    @Test
    void eachSubgraphBringsTheKeyOfTheNext() {
        Plans plans = Plans.over("q a b c", """
                type Query @join__type(graph: Q) @join__type(graph: A) @join__type(graph: B) @join__type(graph: C) { p: P @join__field(graph: Q) }
                type P @join__type(graph: Q, key: "a") @join__type(graph: A, key: "a") @join__type(graph: A, key: "b") @join__type(graph: B, key: "b") @join__type(graph: B, key: "c { x }") @join__type(graph: C, key: "c { x }") {
                  a: ID! @join__field(graph: Q) @join__field(graph: A)
                  b: ID! @join__field(graph: A) @join__field(graph: B)
                  c: K! @join__field(graph: B) @join__field(graph: C)
                  name: String @join__field(graph: C)
                }
                type K @join__type(graph: B) @join__type(graph: C) { x: ID! y: Int @join__field(graph: C) }
                """);
        assertThat(plans.plan("{ p { name } }")).isEqualTo("""
                QueryPlan {
                  Sequence {
                    Fetch(service: "q") {
                      {
                        p {
                          a
                        }
                      }
                    },
                    Flatten(path: "p") {
                      Fetch(service: "a") {
                        {
                          ... on P {
                            __typename
                            a
                          }
                        } =>
                        {
                          ... on P {
                            b
                          }
                        }
                      },
                    },
                    Flatten(path: "p") {
                      Fetch(service: "b") {
                        {
                          ... on P {
                            __typename
                            b
                          }
                        } =>
                        {
                          ... on P {
                            c {
                              x
                            }
                          }
                        }
                      },
                    },
                    Flatten(path: "p") {
                      Fetch(service: "c") {
                        {
                          ... on P {
                            __typename
                            c {
                              x
                            }
                          }
                        } =>
                        {
                          ... on P {
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
    void anUnresolvableKeySuppliesAFieldOfAResolvableOne() {
        Plans plans = Plans.over("q a b", """
                type Query @join__type(graph: Q) @join__type(graph: A) @join__type(graph: B) { p: P @join__field(graph: Q) }
                type P @join__type(graph: Q, key: "id", resolvable: false) @join__type(graph: A, key: "id") @join__type(graph: A, key: "id sku", resolvable: false) @join__type(graph: B, key: "id sku") {
                  id: ID!
                  sku: ID! @join__field(graph: A) @join__field(graph: B)
                  name: String @join__field(graph: B)
                  title: String @join__field(graph: A)
                }
                """);
        assertThat(plans.plan("{ p { name title } }")).isEqualTo("""
                QueryPlan {
                  Sequence {
                    Fetch(service: "q") {
                      {
                        p {
                          id
                        }
                      }
                    },
                    Flatten(path: "p") {
                      Fetch(service: "a") {
                        {
                          ... on P {
                            __typename
                            id
                          }
                        } =>
                        {
                          ... on P {
                            title
                            sku
                          }
                        }
                      },
                    },
                    Flatten(path: "p") {
                      Fetch(service: "b") {
                        {
                          ... on P {
                            __typename
                            id
                            sku
                          }
                        } =>
                        {
                          ... on P {
                            name
                          }
                        }
                      },
                    },
                  },
                }
                """);
    }
}
