package ft.transcendence.composition.merge;

import static ft.transcendence.composition.CompositionTester.definition;
import static ft.transcendence.composition.CompositionTester.hints;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.HintCode;
import org.junit.jupiter.api.Test;

class UnionMergeTests {

    @Test
    void hasTheMembersOfAllSubgraphs() {
        String[] world = {
            "type Query { u: U @shareable } union U = A | B type A @shareable { x: Int } type B @shareable { x: Int }",
            "type Query { u: U @shareable } union U = A type A @shareable { x: Int }"
        };
        assertThat(definition("union U", world))
                .contains(
                        "@join__unionMember(graph: A, member: \"A\") @join__unionMember(graph: B, member: \"A\") @join__unionMember(graph: A, member: \"B\") = A | B");
        assertThat(hints(world)).contains(HintCode.INCONSISTENT_UNION_MEMBER);
    }
}
