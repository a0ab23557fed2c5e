package ft.transcendence.federation.planner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class OperationKindTests {

    private static final Plans PLANS = Plans.over("a b", """
            type Query @join__type(graph: A) @join__type(graph: B) { a: Int @join__field(graph: A) b: Int @join__field(graph: B) }
            type Mutation @join__type(graph: A) @join__type(graph: B) {
              add(n: Int!): User @join__field(graph: A)
              log(n: Int!): Int @join__field(graph: B)
              shared: User
            }
            type Subscription @join__type(graph: A) { joined: User! @join__field(graph: A) }
            type User @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") { id: ID! name: String @join__field(graph: B) }
            """);

    @Test
    void mutationsAreSerialAcrossSubgraphs() {
        assertThat(
                        PLANS.plan(
                                "mutation($n: Int!) { one: add(n: $n) { id } two: add(n: 2) { name } log(n: 3) three: add(n: 4) { id } }"))
                .isEqualTo("""
                QueryPlan {
                  Sequence {
                    Fetch(service: "a") {
                      mutation($n: Int!) {
                        one: add(n: $n) {
                          id
                        }
                        two: add(n: 2) {
                          id
                        }
                      }
                    },
                    Flatten(path: "two") {
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
                    Fetch(service: "b") {
                      mutation {
                        log(n: 3)
                      }
                    },
                    Fetch(service: "a") {
                      mutation {
                        three: add(n: 4) {
                          id
                        }
                      }
                    },
                  },
                }
                """);
    }

    @Test
    void sharedMutationIsSentOnce() {
        assertThat(PLANS.plan("mutation { shared { id name } }")).isEqualTo("""
                QueryPlan {
                  Fetch(service: "b") {
                    mutation {
                      shared {
                        id
                        name
                      }
                    }
                  },
                }
                """);
    }

    @Test
    void completesEachEventOfASubscription() {
        assertThat(PLANS.plan("subscription { joined { name } }")).isEqualTo("""
                QueryPlan {
                  Subscription {
                    Primary: {
                      Fetch(service: "a") {
                        subscription {
                          joined {
                            id
                          }
                        }
                      },
                    },
                    Rest: {
                      Flatten(path: "joined") {
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
                  },
                }
                """);
    }

    @Test
    void fetchesQueriesInParallel() {
        assertThat(PLANS.plan("{ a b __typename }")).isEqualTo("""
                QueryPlan {
                  Parallel {
                    Fetch(service: "a") {
                      {
                        a
                      }
                    },
                    Fetch(service: "b") {
                      {
                        b
                      }
                    },
                  },
                }
                """);
    }

    @Test
    void doesNotFetchSkippedFields() {
        String operation =
                "query($yes: Boolean!, $no: Boolean!) { a @include(if: $yes) b @skip(if: $yes) @include(if: $no) }";
        assertThat(PLANS.plan(operation, "yes")).isEqualTo("""
                QueryPlan {
                  Fetch(service: "a") {
                    {
                      a
                    }
                  },
                }
                """);
        assertThat(PLANS.plan(operation)).isEqualTo("QueryPlan {}\n");
    }

    @Test
    void typenameOfTheRootNeedsNoFetch() {
        assertThat(PLANS.plan("{ __typename }")).isEqualTo("QueryPlan {}\n");
    }

    @Test
    void queryInAPayloadIsFetchedBeforeTheNextMutation() {
        Plans plans = Plans.over("a b", """
                type Query @join__type(graph: A) @join__type(graph: B) { a: Int @join__field(graph: A) b: Int @join__field(graph: B) }
                type Mutation @join__type(graph: A) @join__type(graph: B) { add: Payload @join__field(graph: A) log: Int @join__field(graph: B) }
                type Payload @join__type(graph: A) { query: Query }
                """);
        assertThat(plans.plan("mutation { add { query { a b } } log }")).isEqualTo("""
                QueryPlan {
                  Sequence {
                    Fetch(service: "a") {
                      mutation {
                        add {
                          query {
                            a
                          }
                        }
                      }
                    },
                    Flatten(path: "add.query") {
                      Fetch(service: "b") {
                        {
                          b
                        }
                      },
                    },
                    Fetch(service: "b") {
                      mutation {
                        log
                      }
                    },
                  },
                }
                """);
    }

    @Test
    void nestedMutationRunsInOneSubgraphAndNeverInAQuery() {
        Plans plans = Plans.over("a b", """
                type Query @join__type(graph: A) @join__type(graph: B) { mutation: Mutation @join__field(graph: A) }
                type Mutation @join__type(graph: A) @join__type(graph: B) { self: Mutation @join__field(graph: A) done: Done b: Int @join__field(graph: B) }
                type Done @join__type(graph: A) @join__type(graph: B) { inA: Int @join__field(graph: A) inB: Int @join__field(graph: B) both: Int }
                """);
        assertThat(plans.plan("mutation { self { b done { both } } }")).isEqualTo("""
                QueryPlan {
                  Sequence {
                    Fetch(service: "a") {
                      mutation {
                        self {
                          done {
                            both
                          }
                        }
                      }
                    },
                    Flatten(path: "self") {
                      Fetch(service: "b") {
                        mutation {
                          b
                        }
                      },
                    },
                  },
                }
                """);
        assertThat(plans.outcome("mutation { self { done { inA inB } } }")).isEqualTo("UNREACHABLE_FIELD");
        assertThat(plans.outcome("{ mutation { b } }")).isEqualTo("UNREACHABLE_FIELD");
    }
}
