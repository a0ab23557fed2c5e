package ft.transcendence.federation.planner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SharedValueTests {

    @Test
    void aSharedRootIsAskedInEachSubgraphForItsPart() {
        Plans plans = Plans.over("a b", """
                type Query @join__type(graph: A) @join__type(graph: B) { stats: Stats! }
                type Stats @join__type(graph: A) @join__type(graph: B) {
                  players: Counter!
                  matches: Int @join__field(graph: B)
                }
                type Counter @join__type(graph: A) @join__type(graph: B) { now: Int @join__field(graph: A) ever: Int @join__field(graph: B) }
                """);
        assertThat(plans.plan("{ stats { players { now ever } matches } }")).isEqualTo("""
                QueryPlan {
                  Parallel {
                    Fetch(service: "b") {
                      {
                        stats {
                          players {
                            ever
                          }
                          matches
                        }
                      }
                    },
                    Fetch(service: "a") {
                      {
                        stats {
                          players {
                            now
                          }
                        }
                      }
                    },
                  },
                }
                """);
        assertThat(plans.plan("{ stats { players { ever } matches } }")).doesNotContain("Parallel");
    }

    @Test
    void aValueIsReachedAgainFromTheEntityAboveIt() {
        Plans plans = Plans.over("a b", """
                type Query @join__type(graph: A) @join__type(graph: B) { user: User @join__field(graph: A) }
                type User @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") { id: ID! home: Home }
                type Home @join__type(graph: A) @join__type(graph: B) { address: Address }
                type Address @join__type(graph: A) @join__type(graph: B) { street: String @join__field(graph: A) zip: String @join__field(graph: B) }
                """);
        assertThat(plans.plan("{ user { home { address { street zip } } } }")).isEqualTo("""
                QueryPlan {
                  Sequence {
                    Fetch(service: "a") {
                      {
                        user {
                          home {
                            address {
                              street
                            }
                          }
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
                            home {
                              address {
                                zip
                              }
                            }
                          }
                        }
                      },
                    },
                  },
                }
                """);
    }

    @Test
    void oneSubgraphThatHasAllIsPreferred() {
        Plans plans = Plans.over("a b c", """
                type Query @join__type(graph: A) @join__type(graph: B) @join__type(graph: C) { user: User @join__field(graph: A) }
                type User @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") @join__type(graph: C, key: "id") {
                  id: ID!
                  name: String @join__field(graph: B) @join__field(graph: C)
                  mail: String @join__field(graph: B) @join__field(graph: C)
                  age: Int @join__field(graph: C)
                }
                """);
        assertThat(plans.plan("{ user { name mail age } }")).isEqualTo("""
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
                      Fetch(service: "c") {
                        {
                          ... on User {
                            __typename
                            id
                          }
                        } =>
                        {
                          ... on User {
                            name
                            mail
                            age
                          }
                        }
                      },
                    },
                  },
                }
                """);
    }

    @Test
    void aFieldSharedByThreeIsTakenFromTheOneThatIsAskedAnyway() {
        Plans plans = Plans.over("a b c", """
                type Query @join__type(graph: A) @join__type(graph: B) @join__type(graph: C) { shared: Int own: Own @join__field(graph: C) }
                type Own @join__type(graph: C) { x: Int }
                """);
        assertThat(plans.plan("{ shared own { x } }")).isEqualTo("""
                QueryPlan {
                  Fetch(service: "c") {
                    {
                      shared
                      own {
                        x
                      }
                    }
                  },
                }
                """);
    }
}
