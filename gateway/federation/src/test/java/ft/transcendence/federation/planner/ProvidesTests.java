package ft.transcendence.federation.planner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ProvidesTests {

    private static final Plans SHOP = Plans.over("a b", """
            type Query @join__type(graph: A) @join__type(graph: B) {
              featured: Product @join__field(graph: A, provides: "name maker { city { name } }")
              plain: Product @join__field(graph: A)
              hits: [Hit!] @join__field(graph: A, provides: "... on Product { name }")
              bare: [Hit!] @join__field(graph: A)
            }
            union Hit @join__type(graph: A) @join__unionMember(graph: A, member: "Product") @join__unionMember(graph: A, member: "Maker") = Product | Maker
            type Product @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
              id: ID!
              name: String @join__field(graph: A, external: true) @join__field(graph: B)
              maker: Maker @join__field(graph: A, external: true) @join__field(graph: B)
            }
            type Maker @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
              id: ID!
              city: City @join__field(graph: A, external: true) @join__field(graph: B)
            }
            type City @join__type(graph: A) @join__type(graph: B) {
              name: String @join__field(graph: A, external: true) @join__field(graph: B)
              zip: String @join__field(graph: B)
            }
            """);

    @Test
    void nestedFieldsComeInOneRequest() {
        assertThat(SHOP.plan("{ featured { name maker { city { name } } } }")).isEqualTo("""
                QueryPlan {
                  Fetch(service: "a") {
                    {
                      featured {
                        name
                        maker {
                          city {
                            name
                          }
                        }
                      }
                    }
                  },
                }
                """);
    }

    @Test
    void holdsOnlyOnItsPath() {
        assertThat(SHOP.plan("{ plain { name maker { city { name } } } }")).isEqualTo("""
                QueryPlan {
                  Sequence {
                    Fetch(service: "a") {
                      {
                        plain {
                          id
                        }
                      }
                    },
                    Flatten(path: "plain") {
                      Fetch(service: "b") {
                        {
                          ... on Product {
                            __typename
                            id
                          }
                        } =>
                        {
                          ... on Product {
                            name
                            maker {
                              city {
                                name
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
    void whatIsNotProvidedIsFetchedFromTheNearestEntity() {
        assertThat(SHOP.plan("{ featured { name maker { city { name zip } } } }"))
                .isEqualTo("""
                QueryPlan {
                  Sequence {
                    Fetch(service: "a") {
                      {
                        featured {
                          name
                          maker {
                            city {
                              name
                            }
                            id
                          }
                        }
                      }
                    },
                    Flatten(path: "featured.maker") {
                      Fetch(service: "b") {
                        {
                          ... on Maker {
                            __typename
                            id
                          }
                        } =>
                        {
                          ... on Maker {
                            city {
                              zip
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
    void holdsForMembersOfAUnion() {
        assertThat(SHOP.plan("{ hits { ... on Product { name } } }")).isEqualTo("""
                QueryPlan {
                  Fetch(service: "a") {
                    {
                      hits {
                        __typename
                        ... on Product {
                          name
                        }
                      }
                    }
                  },
                }
                """);
        assertThat(SHOP.plan("{ bare { ... on Product { name } } }")).contains("service: \"b\"");
    }
}
