package ft.transcendence.federation.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Progressive overrides: labels decide which subgraph resolves a field. */
final class OverrideLabelTests {

    @Test
    void labelOfAnOverrideFromAnUnknownSubgraphHasNoEffect() {
        Plans plans = Plans.over("a b", """
                type Query @join__type(graph: A) @join__type(graph: B) {
                  name: String @join__field(graph: A, override: "gone", overrideLabel: "new")
                }
                """);
        assertThat(plans.plan("{ name }")).contains("service: \"a\"");
    }

    @Test
    void withALabelTheOldSubgraphCanSupplyItsKeyField() {
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
    void planDependsOnLabelsOfItsFieldsKeysAndRequirementsOnly() {
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
    void labelDecidesWhichSubgraphIsUsed() {
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
