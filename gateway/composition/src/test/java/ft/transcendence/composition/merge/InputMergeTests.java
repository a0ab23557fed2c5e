package ft.transcendence.composition.merge;

import static ft.transcendence.composition.CompositionTester.codes;
import static ft.transcendence.composition.CompositionTester.definition;
import static ft.transcendence.composition.CompositionTester.error;
import static ft.transcendence.composition.CompositionTester.hints;
import static ft.transcendence.composition.CompositionTester.supergraph;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.HintCode;
import org.junit.jupiter.api.Test;

class InputMergeTests {

    private static String[] world(String one, String other) {
        return new String[] {
            "type Query { x(a: In): Int @shareable } input In { " + one + " }",
            "type Query { x(a: In): Int @shareable } input In { " + other + " }"
        };
    }

    @Test
    void keepsTheFieldsThatAllSubgraphsHave() {
        assertThat(definition("input In", world("b: Int c: Int", "b: Int")))
                .isEqualTo("input In @join__type(graph: A) @join__type(graph: B) { b: Int }");
        assertThat(hints(world("b: Int c: Int", "b: Int"))).containsExactly(HintCode.INCONSISTENT_INPUT_OBJECT_FIELD);
    }

    @Test
    void refusesARequiredFieldThatSomeLack() {
        assertThat(error(world("b: Int c: Int!", "b: Int")).code())
                .isEqualTo(ErrorCode.REQUIRED_INPUT_FIELD_MISSING_IN_SOME_SUBGRAPH);
        assertThat(codes(world("b: Int c: Int! = 1", "b: Int"))).isEmpty();
    }

    @Test
    void refusesAnInputWithoutCommonFields() {
        assertThat(codes(world("b: Int", "c: Int"))).containsExactly(ErrorCode.EMPTY_MERGED_INPUT_TYPE);
    }

    @Test
    void keepsFieldsThatClientsDoNotSee() {
        assertThat(supergraph(world("b: Int c: Int @inaccessible", "b: Int")))
                .contains("c: Int @inaccessible @join__field(graph: A)");
    }
}
