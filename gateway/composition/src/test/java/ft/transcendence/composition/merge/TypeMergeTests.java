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

class TypeMergeTests {

    @Test
    void writesAJoinForEachKey() {
        assertThat(definition(
                        "type T",
                        "type Query { t: T } type T @key(fields: \"id\") @key(fields: \"a { b }\", resolvable: false) { id: ID! a: A } type A { b: Int }",
                        "extend type T @key(fields: \"id\") { id: ID! x: Int }"))
                .isEqualTo(
                        "type T @join__type(graph: A, key: \"id\") @join__type(graph: A, key: \"a { b }\", resolvable: false)"
                                + " @join__type(graph: B, key: \"id\", extension: true) { id: ID! a: A @join__field(graph: A) x: Int @join__field(graph: B) }");
    }

    @Test
    void refusesAnExtensionOfNothing() {
        assertThat(error("type Query { x: Int } extend type T { y: Int }").code())
                .isEqualTo(ErrorCode.EXTENSION_WITH_NO_BASE);
        assertThat(codes("extend type Query { x: Int }")).isEmpty();
    }

    @Test
    void refusesAWorldWithoutQueries() {
        assertThat(codes("type Mutation { x: Int }")).containsExactly(ErrorCode.NO_QUERIES);
    }

    @Test
    void hintsAtEntitiesThatAreNoneElsewhere() {
        assertThat(hints(
                        "type Query { t: T } type T @key(fields: \"id\") { id: ID! @shareable }",
                        "type T { id: ID! @shareable }"))
                .contains(HintCode.INCONSISTENT_ENTITY);
    }

    @Test
    void isInTheOrderOfNames() {
        assertThat(supergraph("type Query { b: B a: A } type B { x: Int } type A { x: Int }"))
                .containsSubsequence("type A", "type B", "type Query");
    }
}
