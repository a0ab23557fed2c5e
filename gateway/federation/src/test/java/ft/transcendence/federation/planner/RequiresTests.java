package ft.transcendence.federation.planner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RequiresTests {

    private static final String QUERY =
            "type Query @join__type(graph: A) @join__type(graph: B) @join__type(graph: C) { product: Product @join__field(graph: A) }\n";

    @Test
    void sendsTheRequiredFieldWithTheKey() {
        Plans plans = Plans.over("a b c", QUERY + """
                type Product @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
                  id: ID!
                  weight: Int @join__field(graph: A) @join__field(graph: B, external: true)
                  shipping: Int @join__field(graph: B, requires: "weight")
                  stock: Int @join__field(graph: B)
                }
                """);
        assertThat(plans.plan("{ product { shipping stock } }")).isEqualTo("""
                QueryPlan {
                  Sequence {
                    Fetch(service: "a") {
                      {
                        product {
                          id
                          weight
                        }
                      }
                    },
                    Flatten(path: "product") {
                      Fetch(service: "b") {
                        {
                          ... on Product {
                            __typename
                            id
                            weight
                          }
                        } =>
                        {
                          ... on Product {
                            shipping
                            stock
                          }
                        } in parts [shipping], [stock]
                      },
                    },
                  },
                }
                """);
    }

    @Test
    void followsAChainOfRequirementsBackToTheSameSubgraph() {
        Plans plans = Plans.over("a b c", QUERY + """
                type Product @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") @join__type(graph: C, key: "id") {
                  id: ID!
                  price: Int @join__field(graph: B) @join__field(graph: C, external: true)
                  rating: Int @join__field(graph: B, external: true) @join__field(graph: C, requires: "price")
                  label: String @join__field(graph: B, requires: "rating")
                }
                """);
        assertThat(plans.plan("{ product { label } }")).isEqualTo("""
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
                            price
                          }
                        }
                      },
                    },
                    Flatten(path: "product") {
                      Fetch(service: "c") {
                        {
                          ... on Product {
                            __typename
                            id
                            price
                          }
                        } =>
                        {
                          ... on Product {
                            rating
                          }
                        }
                      },
                    },
                    Flatten(path: "product") {
                      Fetch(service: "b") {
                        {
                          ... on Product {
                            __typename
                            id
                            rating
                          }
                        } =>
                        {
                          ... on Product {
                            label
                          }
                        }
                      },
                    },
                  },
                }
                """);
    }

    @Test
    void requiresFieldsOfAnInterfaceThroughFragments() {
        Plans plans = Plans.over("a b c", QUERY + """
                type Product @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
                  id: ID!
                  maker: Maker @join__field(graph: A) @join__field(graph: B, external: true)
                  origin: String @join__field(graph: B, requires: "maker { ... on Company { country } ... on Person { name } }")
                }
                interface Maker @join__type(graph: A) @join__type(graph: B) { name: String }
                type Company implements Maker @join__implements(graph: A, interface: "Maker") @join__implements(graph: B, interface: "Maker")
                  @join__type(graph: A) @join__type(graph: B) {
                  name: String @join__field(graph: A) @join__field(graph: B, external: true)
                  country: String @join__field(graph: A) @join__field(graph: B, external: true)
                }
                type Person implements Maker @join__implements(graph: A, interface: "Maker") @join__implements(graph: B, interface: "Maker")
                  @join__type(graph: A) @join__type(graph: B) {
                  name: String @join__field(graph: A) @join__field(graph: B, external: true)
                }
                """);
        assertThat(plans.plan("{ product { origin } }")).isEqualTo("""
                QueryPlan {
                  Sequence {
                    Fetch(service: "a") {
                      {
                        product {
                          id
                          maker {
                            __typename
                            ... on Company {
                              country
                            }
                            ... on Person {
                              name
                            }
                          }
                        }
                      }
                    },
                    Flatten(path: "product") {
                      Fetch(service: "b") {
                        {
                          ... on Product {
                            __typename
                            id
                            maker {
                              __typename
                              ... |[Company] {
                                country
                              }
                              ... |[Person] {
                                name
                              }
                            }
                          }
                        } =>
                        {
                          ... on Product {
                            origin
                          }
                        }
                      },
                    },
                  },
                }
                """);
    }

    @Test
    void aRequirementIsItselfReachedThroughEntities() {
        Plans plans = Plans.over("a b c", QUERY + """
                type Product @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
                  id: ID!
                  seller: Seller @join__field(graph: A) @join__field(graph: B, external: true)
                  tax: Int @join__field(graph: B, requires: "seller { region }")
                }
                type Seller @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") @join__type(graph: C, key: "id") {
                  id: ID!
                  region: String @join__field(graph: B, external: true) @join__field(graph: C)
                }
                """);
        assertThat(plans.plan("{ product { tax } }")).isEqualTo("""
                QueryPlan {
                  Sequence {
                    Fetch(service: "a") {
                      {
                        product {
                          id
                          seller {
                            id
                          }
                        }
                      }
                    },
                    Flatten(path: "product.seller") {
                      Fetch(service: "c") {
                        {
                          ... on Seller {
                            __typename
                            id
                          }
                        } =>
                        {
                          ... on Seller {
                            region
                          }
                        }
                      },
                    },
                    Flatten(path: "product") {
                      Fetch(service: "b") {
                        {
                          ... on Product {
                            __typename
                            id
                            seller {
                              region
                            }
                          }
                        } =>
                        {
                          ... on Product {
                            tax
                          }
                        }
                      },
                    },
                  },
                }
                """);
    }

    @Test
    void aRequirementIsSentEvenToTheSubgraphThatHoldsTheObject() {
        Plans plans = Plans.over("a b c", QUERY + """
                type Product @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
                  id: ID!
                  price: Int @join__field(graph: A, external: true) @join__field(graph: B)
                  discount: Int @join__field(graph: A, requires: "price")
                }
                """);
        assertThat(plans.plan("{ product { discount } }")).isEqualTo("""
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
                            price
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
                            price
                          }
                        } =>
                        {
                          ... on Product {
                            discount
                          }
                        }
                      },
                    },
                  },
                }
                """);
    }
}
