package ft.transcendence.federation.planner;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.planner.limits.PlanningException;
import org.junit.jupiter.api.Test;

final class EntityKeyTests {

    private static final Plans SHOP = Plans.over("products reviews", """
            type Query @join__type(graph: PRODUCTS) @join__type(graph: REVIEWS) {
              products: [Product!]! @join__field(graph: PRODUCTS)
              latestReview: Review @join__field(graph: REVIEWS)
            }
            type Product @join__type(graph: PRODUCTS, key: "id") @join__type(graph: REVIEWS, key: "id") {
              id: ID!
              name: String! @join__field(graph: PRODUCTS)
              reviews: [Review!]! @join__field(graph: REVIEWS)
            }
            type Review @join__type(graph: REVIEWS) {
              text: String!
              product: Product!
            }
            """);

    @Test
    void selectsTheKeyBeforeTheEntityMove() {
        assertThat(SHOP.plan("{ products { name reviews { text } } }")).isEqualTo("""
                QueryPlan {
                  Sequence {
                    Fetch(service: "products") {
                      {
                        products {
                          name
                          id
                        }
                      }
                    },
                    Flatten(path: "products.@") {
                      Fetch(service: "reviews") {
                        {
                          ... on Product {
                            __typename
                            id
                          }
                        } =>
                        {
                          ... on Product {
                            reviews {
                              text
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
    void movesInBothDirections() {
        assertThat(SHOP.plan("{ latestReview { text product { name reviews { text product { name } } } } }"))
                .isEqualTo("""
                QueryPlan {
                  Sequence {
                    Fetch(service: "reviews") {
                      {
                        latestReview {
                          text
                          product {
                            reviews {
                              text
                              product {
                                id
                              }
                            }
                            id
                          }
                        }
                      }
                    },
                    BatchFetch(service: "products") {
                      Flatten(path: "latestReview.product") {
                        {
                          ... on Product {
                            __typename
                            id
                          }
                        } =>
                        {
                          ... on Product {
                            name
                          }
                        }
                      },
                      Flatten(path: "latestReview.product.reviews.@.product") {
                        {
                          ... on Product {
                            __typename
                            id
                          }
                        } =>
                        {
                          ... on Product {
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
    void aClientsAliasOfTheKeysNameIsNotTheKey() {
        assertThat(SHOP.plan("{ products { id: name reviews { text } } }")).isEqualTo("""
                QueryPlan {
                  Sequence {
                    Fetch(service: "products") {
                      {
                        products {
                          id: name
                          _0_id: id
                        }
                      }
                    },
                    Flatten(path: "products.@") {
                      Fetch(service: "reviews") {
                        {
                          ... on Product {
                            __typename
                            id <- _0_id
                          }
                        } =>
                        {
                          ... on Product {
                            reviews {
                              text
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
    void entersThroughAnotherSubgraphWhenKeysDiffer() {
        Plans plans = Plans.over("a b c", """
                type Query @join__type(graph: A) @join__type(graph: B) @join__type(graph: C) { user: User @join__field(graph: A) }
                type User @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") @join__type(graph: B, key: "email")
                  @join__type(graph: C, key: "email") {
                  id: ID! @join__field(graph: A) @join__field(graph: B)
                  email: String! @join__field(graph: B) @join__field(graph: C)
                  points: Int @join__field(graph: C)
                }
                """);
        assertThat(plans.plan("{ user { points } }")).isEqualTo("""
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
                            email
                          }
                        }
                      },
                    },
                    Flatten(path: "user") {
                      Fetch(service: "c") {
                        {
                          ... on User {
                            __typename
                            email
                          }
                        } =>
                        {
                          ... on User {
                            points
                          }
                        }
                      },
                    },
                  },
                }
                """);
    }

    @Test
    void sendsCompositeNestedKeysWithLists() {
        Plans plans = Plans.over("a b", """
                type Query @join__type(graph: A) @join__type(graph: B) { team: Team @join__field(graph: A) }
                type Team @join__type(graph: A, key: "league { id } members { id rank }") @join__type(graph: B, key: "league { id } members { id rank }") {
                  league: League!
                  members: [Member!]!
                  score: Int @join__field(graph: B)
                }
                type League @join__type(graph: A) @join__type(graph: B) { id: ID! }
                type Member @join__type(graph: A) @join__type(graph: B) { id: ID! rank: Int! }
                """);
        assertThat(plans.plan("{ team { score } }")).isEqualTo("""
                QueryPlan {
                  Sequence {
                    Fetch(service: "a") {
                      {
                        team {
                          league {
                            id
                          }
                          members {
                            id
                            rank
                          }
                        }
                      }
                    },
                    Flatten(path: "team") {
                      Fetch(service: "b") {
                        {
                          ... on Team {
                            __typename
                            league {
                              id
                            }
                            members {
                              id
                              rank
                            }
                          }
                        } =>
                        {
                          ... on Team {
                            score
                          }
                        }
                      },
                    },
                  },
                }
                """);
    }

    @Test
    void anUnresolvableKeyCannotBeEntered() {
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
    void fetchesOfOneStageFromOneSubgraphAreBatched() {
        Plans plans = Plans.over("a b", """
                type Query @join__type(graph: A) @join__type(graph: B) { match: Match @join__field(graph: A) }
                type Match @join__type(graph: A) { home: User! away: [User!]! }
                type User @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") { id: ID! name: String @join__field(graph: B) }
                """);
        assertThat(plans.plan("{ match { home { name } away { name } } }")).isEqualTo("""
                QueryPlan {
                  Sequence {
                    Fetch(service: "a") {
                      {
                        match {
                          home {
                            id
                          }
                          away {
                            id
                          }
                        }
                      }
                    },
                    BatchFetch(service: "b") {
                      Flatten(path: "match.home") {
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
                      Flatten(path: "match.away.@") {
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
}
