package ft.transcendence.federation.planner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class InterfaceObjectTests {
    /** An interface of one subgraph is an interface object in two others. One of them requires a field of the other. */
    private static final Plans TWO_INTERFACE_OBJECTS = Plans.over("a b c", """
            type Query @join__type(graph: A) @join__type(graph: B) @join__type(graph: C) { nodes: [Node] @join__field(graph: B) all: [Node] @join__field(graph: A) users: [User] @join__field(graph: A) }
            interface Node @join__type(graph: A, key: "id") @join__type(graph: B, key: "id", isInterfaceObject: true) @join__type(graph: C, key: "id", isInterfaceObject: true) {
              id: ID!
              hits: Int @join__field(graph: B) @join__field(graph: C, external: true)
              rank: Int @join__field(graph: C, requires: "hits")
              name: String @join__field(graph: A)
            }
            type User implements Node @join__implements(graph: A, interface: "Node") @join__type(graph: A, key: "id") {
              id: ID!
              name: String
              hits: Int @join__field
              rank: Int @join__field
              age: Int
            }
            type Bot implements Node @join__implements(graph: A, interface: "Node") @join__type(graph: A, key: "id") {
              id: ID!
              name: String
              hits: Int @join__field
              rank: Int @join__field
            }
            """);

    private static final Plans MEDIA = Plans.over("a b c", """
            type Query @join__type(graph: A) @join__type(graph: B) @join__type(graph: C) {
              library: [Media!]! @join__field(graph: A)
              reviewed: [Media!]! @join__field(graph: B)
            }
            interface Media @join__type(graph: A, key: "id") @join__type(graph: B, key: "id", isInterfaceObject: true) {
              id: ID!
              title: String @join__field(graph: A)
              score: Int @join__field(graph: B)
            }
            type Book implements Media @join__implements(graph: A, interface: "Media") @join__type(graph: A, key: "id") @join__type(graph: C, key: "id") {
              id: ID!
              title: String @join__field(graph: A)
              pages: Int @join__field(graph: C)
              score: Int @join__field
            }
            type Film implements Media @join__implements(graph: A, interface: "Media") @join__type(graph: A, key: "id") {
              id: ID!
              title: String
              minutes: Int
              score: Int @join__field
            }
            """);

    @Test
    void itsOwnFieldsNeedNoEntityMove() {
        assertThat(MEDIA.plan("{ reviewed { id score } }")).isEqualTo("""
                QueryPlan {
                  Fetch(service: "b") {
                    {
                      reviewed {
                        id
                        score
                      }
                    }
                  },
                }
                """);
    }

    @Test
    void entersTheInterfaceForTheTypename() {
        assertThat(MEDIA.plan("{ reviewed { __typename score } }")).isEqualTo("""
                QueryPlan {
                  Sequence {
                    Fetch(service: "b") {
                      {
                        reviewed {
                          score
                          id
                        }
                      }
                    },
                    Flatten(path: "reviewed.@") {
                      Fetch(service: "a") {
                        {
                          ... on Media {
                            __typename
                            id
                          }
                        } =>
                        {
                          ... on Media {
                            __typename
                          }
                        }
                      },
                    },
                  },
                }
                """);
    }

    @Test
    void entersTheInterfaceForTypeConditions() {
        assertThat(MEDIA.plan("{ reviewed { ... on Book { score title } } }")).isEqualTo("""
                QueryPlan {
                  Sequence {
                    Fetch(service: "b") {
                      {
                        reviewed {
                          score
                          id
                        }
                      }
                    },
                    Flatten(path: "reviewed.@") {
                      Fetch(service: "a") {
                        {
                          ... on Media {
                            __typename
                            id
                          }
                        } =>
                        {
                          ... on Media {
                            __typename
                            ... on Book {
                              title
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
    void sendsImplementationsUnderTheInterfacesName() {
        assertThat(MEDIA.plan("{ library { title score } }")).isEqualTo("""
                QueryPlan {
                  Sequence {
                    Fetch(service: "a") {
                      {
                        library {
                          title
                          id
                          __typename
                        }
                      }
                    },
                    Flatten(path: "library.@") {
                      Fetch(service: "b") {
                        {
                          ... on Media {
                            __typename
                            id
                          }
                        } =>
                        {
                          ... on Media {
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
    void fetchesTheTypeBeforeItEntersAThirdSubgraph() {
        assertThat(MEDIA.plan("{ reviewed { ... on Book { pages } } }")).isEqualTo("""
                QueryPlan {
                  Sequence {
                    Fetch(service: "b") {
                      {
                        reviewed {
                          id
                        }
                      }
                    },
                    Flatten(path: "reviewed.@") {
                      Fetch(service: "a") {
                        {
                          ... on Media {
                            __typename
                            id
                          }
                        } =>
                        {
                          ... on Media {
                            __typename
                          }
                        }
                      },
                    },
                    Flatten(path: "reviewed.@") {
                      Fetch(service: "c") {
                        {
                          ... on Book {
                            __typename
                            id
                          }
                        } =>
                        {
                          ... on Book {
                            pages
                          }
                        }
                      },
                    },
                  },
                }
                """);
    }

    @Test
    void aKeyAliasedForOneTypeIsSentWhateverTheType() {
        assertThat(MEDIA.plan("{ reviewed { ... on Book { key: id id: title } } }"))
                .isEqualTo("""
                QueryPlan {
                  Sequence {
                    Fetch(service: "b") {
                      {
                        reviewed {
                          key: id
                          _0_id: id
                        }
                      }
                    },
                    Flatten(path: "reviewed.@") {
                      Fetch(service: "a") {
                        {
                          ... on Media {
                            __typename
                            id <- key
                          }
                        } =>
                        {
                          ... on Media {
                            __typename
                            ... on Book {
                              id: title
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
    void aRequirementLeadsFromOneInterfaceObjectToAnother() {
        assertThat(TWO_INTERFACE_OBJECTS.plan("{ nodes { rank } }")).isEqualTo("""
                QueryPlan {
                  Sequence {
                    Fetch(service: "b") {
                      {
                        nodes {
                          id
                          hits
                        }
                      }
                    },
                    Flatten(path: "nodes.@") {
                      Fetch(service: "c") {
                        {
                          ... on Node {
                            __typename
                            id
                            hits
                          }
                        } =>
                        {
                          ... on Node {
                            rank
                          }
                        }
                      },
                    },
                  },
                }
                """);
    }

    @Test
    void aFieldOfOneTypeIsRequiredThroughTwoInterfaceObjects() {
        assertThat(TWO_INTERFACE_OBJECTS.plan("{ all { ... on User { rank age } name } }"))
                .isEqualTo("""
                QueryPlan {
                  Sequence {
                    Fetch(service: "a") {
                      {
                        all {
                          name
                          __typename
                          ... on User {
                            age
                            id
                          }
                        }
                      }
                    },
                    Flatten(path: "all.@") {
                      Fetch(service: "b") {
                        {
                          ... on Node |[User] {
                            __typename
                            id
                          }
                        } =>
                        {
                          ... on Node {
                            hits
                          }
                        }
                      },
                    },
                    Flatten(path: "all.@") {
                      Fetch(service: "c") {
                        {
                          ... on Node |[User] {
                            __typename
                            id
                            hits
                          }
                        } =>
                        {
                          ... on Node {
                            rank
                          }
                        }
                      },
                    },
                  },
                }
                """);
    }

    @Test
    void anInterfaceObjectIsAskedOfEachTypeOnlyWhatIsWantedOfIt() {
        Plans plans = Plans.over("a b", """
                type Query @join__type(graph: A) @join__type(graph: B) { all: [Media] @join__field(graph: A) }
                interface Media @join__type(graph: A, key: "id") @join__type(graph: B, key: "id", isInterfaceObject: true) {
                  id: ID! rating: Int @join__field(graph: B) stars: Int @join__field(graph: B)
                }
                type Book implements Media @join__implements(graph: A, interface: "Media") @join__type(graph: A, key: "id") {
                  id: ID! rating: Int @join__field stars: Int @join__field
                }
                type Film implements Media @join__implements(graph: A, interface: "Media") @join__type(graph: A, key: "id") {
                  id: ID! rating: Int @join__field stars: Int @join__field
                }
                """);
        assertThat(plans.plan("{ all { ... on Book { rating } ... on Film { stars } } }"))
                .isEqualTo("""
                QueryPlan {
                  Sequence {
                    Fetch(service: "a") {
                      {
                        all {
                          __typename
                          id
                        }
                      }
                    },
                    BatchFetch(service: "b") {
                      Flatten(path: "all.@") {
                        {
                          ... on Media |[Book] {
                            __typename
                            id
                          }
                        } =>
                        {
                          ... on Media {
                            rating
                          }
                        }
                      },
                      Flatten(path: "all.@") {
                        {
                          ... on Media |[Film] {
                            __typename
                            id
                          }
                        } =>
                        {
                          ... on Media {
                            stars
                          }
                        }
                      },
                    },
                  },
                }
                """);
        assertThat(plans.plan("{ all { ... on Book { rating } ... on Film { rating } } }"))
                .contains("Flatten(path: \"all.@\") {")
                .doesNotContain("BatchFetch");
    }
}
