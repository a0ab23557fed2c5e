package ft.transcendence.federation.planner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ProvidesTests {
    /** A subgraph that provides fields of a union's members and of an interface. */
    private static final Plans LIBRARY = Plans.over("a b c", """
            type Query @join__type(graph: A) @join__type(graph: B) @join__type(graph: C) { media: [Media] @join__field(graph: A, provides: "... on Book { title author { name } } ... on Film { title }") item: Item @join__field(graph: A, provides: "label") }
            union Media @join__type(graph: A) @join__type(graph: B) @join__unionMember(graph: A, member: "Book") @join__unionMember(graph: A, member: "Film") @join__unionMember(graph: B, member: "Book") @join__unionMember(graph: B, member: "Film") = Book | Film
            interface Item @join__type(graph: A) @join__type(graph: B) { id: ID! label: String }
            type Book implements Item @join__implements(graph: A, interface: "Item") @join__implements(graph: B, interface: "Item") @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
              id: ID!
              title: String @join__field(graph: A, external: true) @join__field(graph: B)
              label: String @join__field(graph: A, external: true) @join__field(graph: B)
              author: Author @join__field(graph: A) @join__field(graph: B)
            }
            type Film implements Item @join__implements(graph: A, interface: "Item") @join__implements(graph: B, interface: "Item") @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
              id: ID!
              title: String @join__field(graph: A, external: true) @join__field(graph: B)
              label: String @join__field(graph: A, external: true) @join__field(graph: B)
              length: Int @join__field(graph: B)
            }
            type Author @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") @join__type(graph: C, key: "id") { id: ID! name: String @join__field(graph: A, external: true) @join__field(graph: C) age: Int @join__field(graph: C) }
            """);

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

    @Test
    void entityMovesFromAUnionsMembersFetchOnlyTheRest() {
        assertThat(LIBRARY.plan("{ media { ... on Book { title author { name age } } ... on Film { title length } } }"))
                .isEqualTo("""
                QueryPlan {
                  Sequence {
                    Fetch(service: "a") {
                      {
                        media {
                          __typename
                          ... on Book {
                            title
                            author {
                              name
                              id
                            }
                            id
                          }
                          ... on Film {
                            title
                            id
                          }
                        }
                      }
                    },
                    Parallel {
                      Flatten(path: "media.@") {
                        Fetch(service: "b") {
                          {
                            ... on Film {
                              __typename
                              id
                            }
                          } =>
                          {
                            ... on Film {
                              length
                            }
                          }
                        },
                      },
                      Flatten(path: "media.@.author") {
                        Fetch(service: "c") {
                          {
                            ... on Author {
                              __typename
                              id
                            }
                          } =>
                          {
                            ... on Author {
                              age
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
    void holdsForTheFieldOfAnInterface() {
        assertThat(LIBRARY.plan("{ item { label ... on Film { title } } }")).isEqualTo("""
                QueryPlan {
                  Sequence {
                    Fetch(service: "a") {
                      {
                        item {
                          label
                          __typename
                          id
                        }
                      }
                    },
                    Flatten(path: "item") {
                      Fetch(service: "b") {
                        {
                          ... on Film {
                            __typename
                            id
                          }
                        } =>
                        {
                          ... on Film {
                            title
                          }
                        }
                      },
                    },
                  },
                }
                """);
    }

    @Test
    void aRequirementIsNotSentWhereItsSubgraphProvidesIt() {
        Plans plans = Plans.over("a b", """
                type Query @join__type(graph: A) @join__type(graph: B) {
                  here: Item @join__field(graph: B, provides: "box { size } weight")
                  half: Item @join__field(graph: B, provides: "weight")
                }
                type Item @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
                  id: ID!
                  weight(unit: String): Int @join__field(graph: A) @join__field(graph: B, external: true)
                  box: Box @join__field(graph: A) @join__field(graph: B, external: true)
                  fee: Int @join__field(graph: B, requires: "weight box { size }")
                  kilos: Int @join__field(graph: B, requires: "weight(unit: \\"kg\\")")
                }
                type Box @join__type(graph: A) @join__type(graph: B) {
                  size: Int @join__field(graph: A) @join__field(graph: B, external: true)
                }
                """);
        assertThat(plans.plan("{ here { fee } }")).isEqualTo("""
                QueryPlan {
                  Fetch(service: "b") {
                    {
                      here {
                        fee
                        weight
                        box {
                          size
                        }
                      }
                    }
                  },
                }
                """);
        assertThat(plans.plan("{ half { fee } }")).contains("service: \"a\"");
        assertThat(plans.plan("{ here { kilos } }"))
                .as("only the representation says which arguments a required value was computed for")
                .contains("weight(unit: \"kg\")", "Flatten(path: \"here\")");
    }
}
