package ft.transcendence.composition.merge;

import static ft.transcendence.composition.CompositionTester.codes;
import static ft.transcendence.composition.CompositionTester.definition;
import static ft.transcendence.composition.CompositionTester.hints;
import static ft.transcendence.composition.CompositionTester.supergraph;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.HintCode;
import org.junit.jupiter.api.Test;

class AppliedDirectivesTests {

    private static String[] fields(String one, String other) {
        return new String[] {
            "type Query { x: [Int] @shareable " + one + " y: Int }", "type Query { x: [Int] @shareable " + other + " }"
        };
    }

    private static String field(String one, String other) {
        return definition("type Query", fields(one, other)).replaceAll(".*\\{ x: \\[Int\\] ?| y: .*", "");
    }

    @Test
    void keepsEqualUsesOnce() {
        assertThat(field("@tag(name: \"a\") @tag(name: \"b\")", "@tag(name: \"b\") @tag(name: \"c\")"))
                .isEqualTo("@tag(name: \"a\") @tag(name: \"b\") @tag(name: \"c\")");
        assertThat(field("@inaccessible", "@inaccessible")).isEqualTo("@inaccessible");
    }

    @Test
    void takesTheFirstOfTwoReasons() {
        assertThat(field("@deprecated(reason: \"one\")", "@deprecated(reason: \"two\")"))
                .isEqualTo("@deprecated(reason: \"one\")");
        assertThat(hints(fields("@deprecated(reason: \"one\")", "@deprecated")))
                .containsExactly(HintCode.INCONSISTENT_NON_REPEATABLE_DIRECTIVE_ARGUMENTS);
    }

    @Test
    void takesADefaultAsWrittenOut() {
        assertThat(hints(fields("@deprecated", "@deprecated(reason: \"No longer supported\")")))
                .isEmpty();
    }

    @Test
    void takesTheGreaterCost() {
        assertThat(field("@cost(weight: 2)", "@cost(weight: 10)")).isEqualTo("@cost(weight: 10)");
    }

    @Test
    void mergesListSizes() {
        assertThat(
                        definition(
                                "type Query",
                                "type Query { x(a: Int, b: Int): [Int] @shareable @listSize(assumedSize: 2, slicingArguments: [\"a\"]) }",
                                "type Query { x(a: Int, b: Int): [Int] @shareable @listSize(assumedSize: 9, slicingArguments: [\"b\"], requireOneSlicingArgument: false) }"))
                .contains(
                        "@listSize(assumedSize: 9, slicingArguments: [\"a\", \"b\"], requireOneSlicingArgument: false)");
    }

    @Test
    void demandsTheScopesOfAllSubgraphs() {
        assertThat(field("@requiresScopes(scopes: [[\"a\"], [\"b\"]])", "@requiresScopes(scopes: [[\"a\", \"c\"]])"))
                .isEqualTo("@requiresScopes(scopes: [[\"a\", \"c\"]])");
        assertThat(hints(fields("@policy(policies: [[\"p\"]])", "@policy(policies: [[\"q\"]])")))
                .containsExactly(HintCode.MERGED_NON_REPEATABLE_DIRECTIVE_ARGUMENTS);
    }

    @Test
    void carriesAccessRulesUpToInterfaces() {
        String schema =
                "type Query { i: I } interface I { x: Int } type T implements I @authenticated { x: Int @requiresScopes(scopes: [[\"s\"]]) }";
        assertThat(definition("interface I", schema))
                .contains("@authenticated")
                .contains("x: Int @requiresScopes(scopes: [[\"s\"]])");
        assertThat(codes(schema)).isEmpty();
        assertThat(supergraph(schema)).contains("requiresScopes/v0.1");
    }
}
