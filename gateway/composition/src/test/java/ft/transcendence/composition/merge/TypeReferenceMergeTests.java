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

class TypeReferenceMergeTests {

    private static String[] fields(String one, String other) {
        return new String[] {
            "type Query { x: " + one
                    + " @shareable } union U = M type M @shareable { v: Int } interface I { v: Int } type N implements I @shareable { v: Int }",
            "type Query { x: " + other
                    + " @shareable } union U = M type M @shareable { v: Int } interface I { v: Int } type N implements I @shareable { v: Int }"
        };
    }

    @Test
    void outputsGetTheMostGeneralType() {
        assertThat(definition("type Query", fields("Int!", "Int")))
                .contains("x: Int @join__field(graph: A, type: \"Int!\") @join__field(graph: B, type: \"Int\")");
        assertThat(definition("type Query", fields("[M!]!", "[U]"))).contains("x: [U] @join__field");
        assertThat(definition("type Query", fields("N", "I"))).contains("x: I @join__field");
        assertThat(hints(fields("Int!", "Int"))).contains(HintCode.INCONSISTENT_BUT_COMPATIBLE_FIELD_TYPE);
    }

    @Test
    void refusesTypesThatDoNotFit() {
        assertThat(codes(fields("Int", "String"))).containsExactly(ErrorCode.FIELD_TYPE_MISMATCH);
        assertThat(codes(fields("[Int]", "Int"))).containsExactly(ErrorCode.FIELD_TYPE_MISMATCH);
        assertThat(error(fields("Int", "String")).message())
                .isEqualTo(
                        "Query.x has several types: type \"Int\" in subgraph \"a\" but type \"String\" in subgraph \"b\"");
    }

    @Test
    void argumentsGetTheStrictestType() {
        assertThat(definition(
                        "type Query",
                        "type Query { x(a: [Int]): Int @shareable }",
                        "type Query { x(a: [Int!]): Int @shareable }"))
                .contains("x(a: [Int!]): Int");
        assertThat(codes("type Query { x(a: Int): Int @shareable }", "type Query { x(a: String): Int @shareable }"))
                .containsExactly(ErrorCode.FIELD_ARGUMENT_TYPE_MISMATCH);
        assertThat(supergraph("type Query { x(a: In): Int } input In { b: Int }"))
                .contains("b: Int");
    }

    @Test
    void inputFieldsGetTheStrictestType() {
        assertThat(definition(
                        "input In",
                        "type Query { x(a: In): Int @shareable } input In { b: Int }",
                        "type Query { x(a: In): Int @shareable } input In { b: Int! }"))
                .contains("b: Int! @join__field(graph: A, type: \"Int\") @join__field(graph: B, type: \"Int!\")");
    }
}
