package ft.transcendence.federation.planner;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.planner.limits.PlanningException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AbstractTypeTests {

    private static final String MEMBERS = """
            type Book @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") { id: ID! title: String @join__field(graph: B) }
            type Film @join__type(graph: A, key: "id") @join__type(graph: C, key: "id") { id: ID! title: String @join__field(graph: C) }
            type Song @join__type(graph: A, key: "id") { id: ID! title: String }
            """;

    @Test
    void entersTheSubgraphOfEachMember() {
        Plans plans = Plans.over("a b c", """
                type Query @join__type(graph: A) @join__type(graph: B) @join__type(graph: C) { search: [Hit!] @join__field(graph: A) }
                union Hit @join__type(graph: A) @join__unionMember(graph: A, member: "Book") @join__unionMember(graph: A, member: "Film")
                  @join__unionMember(graph: A, member: "Song") = Book | Film | Song
                """ + MEMBERS);
        assertThat(plans.plan(
                        "{ search { __typename ... on Book { title } ... on Film { title } ... on Song { title } } }"))
                .isEqualTo("""
                QueryPlan {
                  Sequence {
                    Fetch(service: "a") {
                      {
                        search {
                          __typename
                          ... on Song {
                            title
                          }
                          ... on Book {
                            id
                          }
                          ... on Film {
                            id
                          }
                        }
                      }
                    },
                    Parallel {
                      Flatten(path: "search.@") {
                        Fetch(service: "b") {
                          {
                            ... on Book {
                              __typename
                              id
                            }
                          } =>
                          {
                            ... on Book {
                              title
                            }
                          }
                        },
                      },
                      Flatten(path: "search.@") {
                        Fetch(service: "c") {
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
                  },
                }
                """);
    }

    @Test
    void anInterfaceFieldIsExpandedWhereImplementationsDiffer() {
        Plans plans = Plans.over("a b", """
                type Query @join__type(graph: A) @join__type(graph: B) { nodes: [Node!] @join__field(graph: A) }
                interface Node @join__type(graph: A) @join__type(graph: B) { id: ID! name: String }
                type User implements Node @join__implements(graph: A, interface: "Node") @join__implements(graph: B, interface: "Node")
                  @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") { id: ID! name: String @join__field(graph: B) }
                type Team implements Node @join__implements(graph: A, interface: "Node") @join__implements(graph: B, interface: "Node")
                  @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") { id: ID! name: String @join__field(graph: A) }
                """);
        assertThat(plans.plan("{ nodes { id name } }")).isEqualTo("""
                QueryPlan {
                  Sequence {
                    Fetch(service: "a") {
                      {
                        nodes {
                          id
                          __typename
                          ... on Team {
                            name
                          }
                        }
                      }
                    },
                    Flatten(path: "nodes.@") {
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
                }
                """);
    }

    @Test
    void aMemberThatThePathCannotHaveNeedsNoFetch() {
        Plans plans = Plans.over("a b c", """
                type Query @join__type(graph: A) @join__type(graph: B) @join__type(graph: C) { one: Hit @join__field(graph: A) other: Hit @join__field(graph: C) }
                union Hit @join__type(graph: A) @join__type(graph: C) @join__unionMember(graph: A, member: "Book") @join__unionMember(graph: A, member: "Song")
                  @join__unionMember(graph: C, member: "Film") = Book | Film | Song
                """ + MEMBERS);
        assertThat(plans.plan("{ one { ... on Film { title } ... on Song { title } } }"))
                .isEqualTo("""
                QueryPlan {
                  Fetch(service: "a") {
                    {
                      one {
                        __typename
                        ... on Song {
                          title
                        }
                      }
                    }
                  },
                }
                """);
    }

    @Test
    void valuesOfDifferentNullabilityGetAliases() {
        Plans plans = Plans.over("a b", """
                type Query @join__type(graph: A) @join__type(graph: B) { search: [Hit!] @join__field(graph: A) }
                union Hit @join__type(graph: A) @join__unionMember(graph: A, member: "Cat") @join__unionMember(graph: A, member: "Dog") = Cat | Dog
                type Cat @join__type(graph: A) @join__type(graph: B) {
                  name: String @join__field(graph: A, type: "String!") @join__field(graph: B, type: "String")
                }
                type Dog @join__type(graph: A) { name: String }
                """);
        assertThat(plans.plan("{ search { ... on Cat { name } ... on Dog { name } } }"))
                .isEqualTo("""
                QueryPlan {
                  Fetch(service: "a") {
                    {
                      search {
                        __typename
                        ... on Cat {
                          name
                        }
                        ... on Dog {
                          _0_name: name -> name
                        }
                      }
                    }
                  },
                }
                """);
    }

    @Test
    void theSameKeyHoldsAnotherValueForEachType() {
        Plans plans = Plans.over("a b", """
                type Query @join__type(graph: A) @join__type(graph: B) { search: [Hit!] @join__field(graph: A) }
                union Hit @join__type(graph: A) @join__unionMember(graph: A, member: "Cat") @join__unionMember(graph: A, member: "Dog") = Cat | Dog
                type Cat @join__type(graph: A) { owner: User }
                type Dog @join__type(graph: A) { keeper: User }
                type User @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
                  id: ID!
                  name: String @join__field(graph: B)
                  mail: String @join__field(graph: B)
                }
                """);
        assertThat(plans.plan("{ search { ... on Cat { who: owner { name } } ... on Dog { who: keeper { mail } } } }"))
                .isEqualTo("""
                QueryPlan {
                  Sequence {
                    Fetch(service: "a") {
                      {
                        search {
                          __typename
                          ... on Cat {
                            who: owner {
                              id
                            }
                          }
                          ... on Dog {
                            who: keeper {
                              id
                            }
                          }
                        }
                      }
                    },
                    BatchFetch(service: "b") {
                      Flatten(path: "search.@|[Cat].who") {
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
                      Flatten(path: "search.@|[Dog].who") {
                        {
                          ... on User {
                            __typename
                            id
                          }
                        } =>
                        {
                          ... on User {
                            mail
                          }
                        }
                      },
                    },
                  },
                }
                """);
    }

    @Test
    void aFieldOfAnInterfaceComesFromASinglePath() {
        Plans plans = Plans.over("a b", """
                type Query @join__type(graph: A) @join__type(graph: B) { node(id: ID!): Node }
                interface Node @join__type(graph: A) @join__type(graph: B) { id: ID! }
                type User implements Node @join__implements(graph: A, interface: "Node") @join__implements(graph: B, interface: "Node")
                  @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
                  id: ID! @join__field(graph: A) @join__field(graph: B, external: true)
                }
                type Team implements Node @join__implements(graph: A, interface: "Node") @join__implements(graph: B, interface: "Node")
                  @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
                  id: ID! @join__field(graph: A, external: true) @join__field(graph: B)
                }
                """);
        assertThat(plans.failure("{ node(id: 1) { id } }").code()).isEqualTo(PlanningException.Code.UNREACHABLE_FIELD);
        assertThat(plans.plan("{ node(id: 1) { ... on Team { id } } }")).isEqualTo("""
                QueryPlan {
                  Fetch(service: "b") {
                    {
                      node(id: 1) {
                        __typename
                        ... on Team {
                          id
                        }
                      }
                    }
                  },
                }
                """);
    }

    @Test
    void eachPathHasTheMembersItsSubgraphHas() {
        Plans plans = Plans.over("a b", """
                type Query @join__type(graph: A) @join__type(graph: B) { fromA: Pet @join__field(graph: A) fromB: Pet @join__field(graph: B) both: Pet @join__field(graph: A) @join__field(graph: B) }
                union Pet @join__type(graph: A) @join__type(graph: B) @join__unionMember(graph: A, member: "Cat") @join__unionMember(graph: A, member: "Dog") @join__unionMember(graph: B, member: "Cat") @join__unionMember(graph: B, member: "Fish") = Cat | Dog | Fish
                type Cat @join__type(graph: A) @join__type(graph: B) { name: String }
                type Dog @join__type(graph: A) { name: String }
                type Fish @join__type(graph: B) { name: String }
                """);
        assertThat(
                        plans.plan(
                                "{ fromA { ...F } fromB { ...F } both { ...F } } fragment F on Pet { ... on Cat { name } ... on Dog { name } ... on Fish { name } }"))
                .isEqualTo("""
                QueryPlan {
                  Parallel {
                    Fetch(service: "a") {
                      {
                        fromA {
                          __typename
                          ... on Cat {
                            name
                          }
                          ... on Dog {
                            name
                          }
                        }
                        both {
                          __typename
                          ... on Cat {
                            name
                          }
                        }
                      }
                    },
                    Fetch(service: "b") {
                      {
                        fromB {
                          __typename
                          ... on Cat {
                            name
                          }
                          ... on Fish {
                            name
                          }
                        }
                      }
                    },
                  },
                }
                """);
    }

    private static final Plans UNIONS = Plans.over("a b", """
            type Query @join__type(graph: A) @join__type(graph: B) {
              item: Item
              holder: Holder
              inA: Holder @join__field(graph: A)
              user: User @join__field(graph: A)
            }
            type Holder @join__type(graph: A) @join__type(graph: B) { item: Item }
            type User @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") { id: ID! item: Item }
            union Item @join__type(graph: A) @join__type(graph: B) @join__unionMember(graph: A, member: "Book") @join__unionMember(graph: A, member: "Film")
              @join__unionMember(graph: B, member: "Book") @join__unionMember(graph: B, member: "Song") = Book | Film | Song
            type Book @join__type(graph: A) @join__type(graph: B) { title: String }
            type Film @join__type(graph: A) { title: String }
            type Song @join__type(graph: B) { title: String }
            """);

    private static final String ANY_MEMBER = "{ ... on Book { title } ... on Film { title } ... on Song { title } }";

    @ParameterizedTest
    @ValueSource(strings = {"item", "holder { item", "user { item"})
    void onlyCommonMembersOfAUnionOfSeveralSubgraphsAreSelected(String path) {
        String end = path.contains("{") ? " }" : "";
        assertThat(UNIONS.plan("{ " + path + " " + ANY_MEMBER + end + " }"))
                .contains("... on Book {")
                .doesNotContain("Film", "Song");
        assertThat(UNIONS.plan("{ " + path + " { ... on Film { title } }" + end + " }"))
                .contains("__typename")
                .doesNotContain("title");
    }

    @Test
    void aUnionOnThePathOfOneSubgraphKeepsItsMembers() {
        assertThat(UNIONS.plan("{ inA { item " + ANY_MEMBER + " } }")).isEqualTo("""
                QueryPlan {
                  Fetch(service: "a") {
                    {
                      inA {
                        item {
                          __typename
                          ... on Book {
                            title
                          }
                          ... on Film {
                            title
                          }
                        }
                      }
                    }
                  },
                }
                """);
    }
}
