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

class ExecutableDirectiveMergeTests {

    private static String[] world(String one, String other) {
        return new String[] {one + " type Query { x: Int }", other + " type Query { y: Int }"};
    }

    @Test
    void keepsWhatAllSubgraphsHave() {
        assertThat(supergraph(world(
                        "directive @live(a: Int, b: Int) repeatable on QUERY | FIELD",
                        "directive @live(a: Int) on FIELD | FRAGMENT_SPREAD")))
                .contains("directive @live(a: Int) on FIELD\n");
    }

    @Test
    void dropsADirectiveThatSomeLack() {
        assertThat(hints(world("directive @live on QUERY", "")))
                .containsExactly(HintCode.INCONSISTENT_EXECUTABLE_DIRECTIVE_PRESENCE);
        assertThat(supergraph(world("directive @live on QUERY", ""))).doesNotContain("@live");
    }

    @Test
    void dropsADirectiveWithoutCommonLocation() {
        assertThat(hints(world("directive @live on QUERY", "directive @live on FIELD")))
                .containsExactly(HintCode.NO_EXECUTABLE_DIRECTIVE_INTERSECTION);
    }

    @Test
    void refusesArgumentsOfOtherTypes() {
        assertThat(codes(world("directive @live(a: Int) on QUERY", "directive @live(a: String) on QUERY")))
                .containsExactly(ErrorCode.FIELD_ARGUMENT_TYPE_MISMATCH);
        assertThat(error(world("directive @live(a: Int) on QUERY", "directive @live(a: String) on QUERY"))
                        .message())
                .startsWith("@live(a:) has several types");
        assertThat(definition("type Query", world("directive @live on QUERY", "directive @live on QUERY")))
                .contains("x: Int");
    }
}
