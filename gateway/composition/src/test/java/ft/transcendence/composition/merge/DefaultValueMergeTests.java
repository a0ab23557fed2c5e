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

class DefaultValueMergeTests {

    private static String[] arguments(String one, String other) {
        return new String[] {
            "type Query { x(a: Float" + one + "): Int @shareable }",
            "type Query { x(a: Float" + other + "): Int @shareable }"
        };
    }

    @Test
    void keepsADefaultThatAllHave() {
        assertThat(definition("type Query", arguments(" = 1", " = 1.0"))).contains("x(a: Float = 1): Int");
    }

    @Test
    void dropsADefaultThatSomeHave() {
        assertThat(definition("type Query", arguments(" = 1", ""))).contains("x(a: Float): Int");
        assertThat(hints(arguments("", " = 1"))).containsExactly(HintCode.INCONSISTENT_DEFAULT_VALUE_PRESENCE);
    }

    @Test
    void refusesDifferentDefaults() {
        assertThat(codes(arguments(" = 1", " = 2"))).containsExactly(ErrorCode.FIELD_ARGUMENT_DEFAULT_MISMATCH);
        assertThat(error(
                                "type Query { x(a: In): Int @shareable } input In { b: Int = 1 }",
                                "type Query { x(a: In): Int @shareable } input In { b: Int = 2 }")
                        .code())
                .isEqualTo(ErrorCode.INPUT_FIELD_DEFAULT_MISMATCH);
        assertThat(supergraph(arguments("", ""))).doesNotContain("Float =");
    }
}
