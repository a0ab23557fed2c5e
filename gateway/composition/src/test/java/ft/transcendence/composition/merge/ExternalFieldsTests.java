package ft.transcendence.composition.merge;

import static ft.transcendence.composition.CompositionTester.codes;
import static ft.transcendence.composition.CompositionTester.definition;
import static ft.transcendence.composition.CompositionTester.error;
import static ft.transcendence.composition.CompositionTester.hints;
import static ft.transcendence.composition.CompositionTester.supergraph;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.ErrorCode;
import org.junit.jupiter.api.Test;

class ExternalFieldsTests {

    private static final String USER =
            "type Query { t: T } type T @key(fields: \"id\") { id: ID! x%s @external y: Int @requires(fields: \"x\") }";

    private static String[] world(String external, String resolved) {
        return new String[] {USER.formatted(external), "type T @key(fields: \"id\") { id: ID! x" + resolved + " }"};
    }

    @Test
    void acceptsTheSameFieldAndAStricterType() {
        assertThat(codes(world(": Int", ": Int"))).isEmpty();
        assertThat(codes(world(": Int", ": Int!"))).containsExactly(ErrorCode.EXTERNAL_TYPE_MISMATCH);
    }

    @Test
    void refusesAnotherType() {
        assertThat(codes(world(": Int", ": String"))).containsExactly(ErrorCode.EXTERNAL_TYPE_MISMATCH);
    }

    @Test
    void refusesAFieldThatNobodyResolves() {
        assertThat(codes(USER.formatted(": Int"), "type T @key(fields: \"id\") { id: ID! }"))
                .containsExactly(ErrorCode.EXTERNAL_MISSING_ON_BASE);
    }

    @Test
    void refusesOtherArguments() {
        assertThat(codes(world(": Int", "(a: Int): Int"))).containsExactly(ErrorCode.EXTERNAL_ARGUMENT_MISSING);
        assertThat(codes(world("(a: String): Int", "(a: Int): Int")))
                .containsExactly(ErrorCode.EXTERNAL_ARGUMENT_TYPE_MISMATCH);
        assertThat(codes(world("(a: Int = 1): Int", "(a: Int = 2): Int")))
                .containsExactly(ErrorCode.EXTERNAL_ARGUMENT_DEFAULT_MISMATCH);
        assertThat(codes(world("(a: String = \"1\"): Int", "(a: Int = 2): Int")))
                .containsExactly(
                        ErrorCode.EXTERNAL_ARGUMENT_TYPE_MISMATCH, ErrorCode.EXTERNAL_ARGUMENT_DEFAULT_MISMATCH);
    }

    @Test
    void refusesDirectivesThatWouldBeMerged() {
        assertThat(codes(
                        "type Query { t: T } type T @key(fields: \"id\") { id: ID! x: Int @external @tag(name: \"z\") y: Int @requires(fields: \"x\") }",
                        "type T @key(fields: \"id\") { id: ID! x: Int }"))
                .containsExactly(ErrorCode.MERGED_DIRECTIVE_APPLICATION_ON_EXTERNAL);
    }

    @Test
    void writesExternalJoins() {
        assertThat(definition("type T", world(": Int", ": Int")))
                .contains("x: Int @join__field(graph: A, external: true) @join__field(graph: B)")
                .contains("y: Int @join__field(graph: A, requires: \"x\")");
        assertThat(hints(world(": Int", ": Int"))).isEmpty();
        assertThat(supergraph(world(": Int", ": Int"))).contains("join/v0.5");
        assertThat(error(world(": Int", ": String")).places()).hasSize(2);
    }
}
