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

class EnumMergeTests {

    private static final String OUTPUT = "type Query { x: E @shareable } enum E { %s }";
    private static final String INPUT = "type Query { x(e: E): Int @shareable } enum E { %s }";
    private static final String BOTH = "type Query { x(e: E): E @shareable } enum E { %s }";

    private static String[] world(String schema, String one, String other) {
        return new String[] {schema.formatted(one), schema.formatted(other)};
    }

    @Test
    void outputsHaveTheValuesOfAllSubgraphs() {
        assertThat(definition("enum E", world(OUTPUT, "A B", "B C")))
                .contains(
                        "A @join__enumValue(graph: A) B @join__enumValue(graph: A) @join__enumValue(graph: B) C @join__enumValue(graph: B)");
        assertThat(hints(world(OUTPUT, "A B", "B"))).containsExactly(HintCode.INCONSISTENT_ENUM_VALUE_FOR_OUTPUT_ENUM);
    }

    @Test
    void inputsHaveTheValuesThatAllSubgraphsHave() {
        assertThat(definition("enum E", world(INPUT, "A B", "B C")))
                .contains("{ B @join__enumValue(graph: A) @join__enumValue(graph: B) }");
        assertThat(codes(world(INPUT, "A", "B"))).containsExactly(ErrorCode.EMPTY_MERGED_ENUM_TYPE);
    }

    @Test
    void refusesADifferentEnumThatIsBoth() {
        assertThat(codes(world(BOTH, "A B", "B"))).containsExactly(ErrorCode.ENUM_VALUE_MISMATCH);
        assertThat(error(world(BOTH, "A B", "B")).message())
                .contains("an input of Query.x(e:) and an output of Query.x");
    }

    @Test
    void exemptsValuesThatClientsDoNotSee() {
        assertThat(codes(world(BOTH, "A @inaccessible B", "B"))).isEmpty();
        assertThat(definition("enum E", world(INPUT, "A @inaccessible B", "B"))).contains("A @inaccessible");
    }

    @Test
    void hintsAtUnusedEnums() {
        assertThat(hints("type Query { x: Int } enum E { A }")).containsExactly(HintCode.UNUSED_ENUM_TYPE);
        assertThat(supergraph("type Query { x: Int } enum E { A }")).contains("enum E");
    }
}
