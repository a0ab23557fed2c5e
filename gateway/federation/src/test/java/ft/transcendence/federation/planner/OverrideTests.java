package ft.transcendence.federation.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

final class OverrideTests {

    @Test
    void theNewSubgraphIsAskedAlthoughTheOldOneHasTheFieldForItsKey() {
        Plans plans = Plans.over("a b", """
                type Query @join__type(graph: A) @join__type(graph: B) { user: User @join__field(graph: A) }
                type User @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
                  id: ID!
                  name: String @join__field(graph: A, usedOverridden: true) @join__field(graph: B, override: "a")
                }
                """);
        assertThat(plans.plan("{ user { name } }")).isEqualTo("""
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
    void anUnknownSubgraphOverridesNothing() {
        Plans plans = Plans.over("a b", """
                type Query @join__type(graph: A) @join__type(graph: B) { user: User @join__field(graph: A, override: "gone") }
                type User @join__type(graph: A) { name: String }
                """);
        assertThat(plans.plan("{ user { name } }")).isEqualTo("""
                QueryPlan {
                  Fetch(service: "a") {
                    {
                      user {
                        name
                      }
                    }
                  },
                }
                """);
    }

    @Test
    void aLabelOnAnOverrideOfAnUnknownSubgraphDecidesNothing() {
        Plans plans = Plans.over("a b", """
                type Query @join__type(graph: A) @join__type(graph: B) {
                  name: String @join__field(graph: A, override: "gone", overrideLabel: "new")
                }
                """);
        assertThat(plans.plan("{ name }")).contains("service: \"a\"");
    }

    @Test
    void withALabelTheOldSubgraphMayGiveTheFieldThatItsKeyNeeds() {
        String types = """
                type Query @join__type(graph: A) @join__type(graph: B) @join__type(graph: C) { user: User @join__field(graph: A) }
                type User @join__type(graph: A, key: "id") @join__type(graph: A, key: "name") @join__type(graph: B, key: "id")
                  @join__type(graph: C, key: "name")
                {
                  id: ID! @join__field(graph: A) @join__field(graph: B)
                  name: String @join__field(graph: A, usedOverridden: true, overrideLabel: "new")
                    @join__field(graph: B, override: "a", overrideLabel: "new") @join__field(graph: C)
                  age: Int @join__field(graph: C)
                }
                """;
        assertThat(Plans.over("a b c", types).plan("{ user { age } }"))
                .contains("service: \"a\"", "service: \"c\"")
                .doesNotContain("service: \"b\"");
        assertThat(Plans.over("a b c", types, Set.of("new")).plan("{ user { age } }"))
                .contains("service: \"b\"");
    }

    @Test
    void anOverrideOnOneImplementationLeavesTheOthersWhereTheyAre() {
        Plans plans = Plans.over("a b", """
                type Query @join__type(graph: A) @join__type(graph: B) { things: [Thing] @join__field(graph: A) }
                interface Thing @join__type(graph: A) { id: ID! name: String }
                type Book implements Thing @join__type(graph: A, key: "id") @join__type(graph: B, key: "id")
                  @join__implements(graph: A, interface: "Thing")
                { id: ID! name: String @join__field(graph: B, override: "a") }
                type Film implements Thing @join__type(graph: A, key: "id") @join__implements(graph: A, interface: "Thing")
                { id: ID! name: String }
                """);
        assertThat(plans.plan("{ things { name } }")).isEqualTo("""
                QueryPlan {
                  Sequence {
                    Fetch(service: "a") {
                      {
                        things {
                          ... on Film {
                            name
                          }
                          ... on Book {
                            __typename
                            id
                          }
                        }
                      }
                    },
                    Flatten(path: "things.@") {
                      Fetch(service: "b") {
                        {
                          ... on Book {
                            __typename
                            id
                          }
                        } =>
                        {
                          ... on Book {
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
    void aPlanDependsOnTheLabelsOfItsFieldsKeysAndRequirementsOnly() {
        Plans plans = Plans.over("a b", """
                type Query @join__type(graph: A) @join__type(graph: B) {
                  user: User @join__field(graph: A)
                  other: Int @join__field(graph: A, overrideLabel: "other") @join__field(graph: B, override: "a", overrideLabel: "other")
                }
                type User @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
                  id: ID! @join__field(graph: A, overrideLabel: "key") @join__field(graph: B, override: "a", overrideLabel: "key")
                  name: String @join__field(graph: A, overrideLabel: "name") @join__field(graph: B, override: "a", overrideLabel: "name")
                  size: Int @join__field(graph: A, overrideLabel: "size") @join__field(graph: B, override: "a", overrideLabel: "size")
                  weight: Int @join__field(graph: B, requires: "size")
                }
                """);
        assertThat(plans.overrideLabels("{ user { name } }")).containsExactlyInAnyOrder("key", "name");
        assertThat(plans.overrideLabels("{ user { weight } }")).containsExactlyInAnyOrder("key", "size");
        assertThat(plans.overrideLabels("{ other }")).containsExactly("other");
        assertThat(plans.overrideLabels("{ __typename }")).isEmpty();
    }

    @Test
    void aLabelDecidesWhichSubgraphIsAsked() {
        String types = """
                type Query @join__type(graph: A) @join__type(graph: B) { user: User @join__field(graph: A) }
                type User @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
                  id: ID!
                  name: String @join__field(graph: A) @join__field(graph: B, override: "a", overrideLabel: "percent(50)")
                }
                """;
        assertThat(Plans.over("a b", types, Set.of("percent(50)")).plan("{ user { name } }"))
                .contains("service: \"b\"");
        assertThat(Plans.over("a b", types).plan("{ user { name } }")).doesNotContain("service: \"b\"");
    }
}
