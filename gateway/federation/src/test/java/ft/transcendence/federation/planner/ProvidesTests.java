package ft.transcendence.federation.planner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code @provides} of a field with arguments, which composition rejects. All else is in the plan file {@code provides.txt}. */
final class ProvidesTests {

    @Test
    void sendsARequirementWithArgumentsEvenIfTheSubgraphProvidesTheField() {
        Plans plans = Plans.over("a b", """
                type Query @join__type(graph: A) @join__type(graph: B) { item: Item @join__field(graph: B, provides: "weight") }
                type Item @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
                  id: ID!
                  weight(unit: String): Int @join__field(graph: A) @join__field(graph: B, external: true)
                  kilos: Int @join__field(graph: B, requires: "weight(unit: \\"kg\\")")
                }
                """);
        assertThat(plans.plan("{ item { kilos } }"))
                .as("only the representation says which arguments a required value was computed for")
                .contains("weight(unit: \"kg\")", "Flatten(path: \"item\")");
    }
}
