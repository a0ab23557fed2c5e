package ft.transcendence.federation.planner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class InterfaceObjectTests {

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
    void itsOwnFieldsNeedNoHop() {
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
    void hopsToTheInterfaceForTheTypename() {
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
    void hopsToTheInterfaceForTypeConditions() {
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
    void hopsFromImplementationsUnderTheInterfacesName() {
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
    void learnsTheTypeBeforeItHopsToAThirdSubgraph() {
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
}
