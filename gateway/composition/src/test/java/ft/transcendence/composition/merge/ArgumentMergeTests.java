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

class ArgumentMergeTests {

    @Test
    void keepsTheArgumentsThatAllSubgraphsHave() {
        assertThat(definition(
                        "type Query",
                        "type Query { x(a: Int, b: Int): Int @shareable }",
                        "type Query { x(b: Int): Int @shareable }"))
                .contains("x(b: Int): Int");
        assertThat(hints("type Query { x(a: Int): Int @shareable }", "type Query { x: Int @shareable }"))
                .containsExactly(HintCode.INCONSISTENT_ARGUMENT_PRESENCE);
    }

    @Test
    void refusesARequiredArgumentThatSomeLack() {
        assertThat(error("type Query { x(a: Int!): Int @shareable }", "type Query { x: Int @shareable }"))
                .satisfies(error ->
                        assertThat(error.code()).isEqualTo(ErrorCode.REQUIRED_ARGUMENT_MISSING_IN_SOME_SUBGRAPH))
                .satisfies(
                        error -> assertThat(error.message())
                                .isEqualTo(
                                        "Argument Query.x(a:) is required in subgraph \"a\" but does not exist in subgraph \"b\""));
    }

    private static final String CONTEXT =
            "type Query { p: P } type P @key(fields: \"id\") @context(name: \"c\") { id: ID! v: String! t: T }"
                    + " type T @key(fields: \"id\") { id: ID! x(a: String @fromContext(field: \"$c { v }\")): Int%s }";

    @Test
    void hidesArgumentsThatComeFromAContext() {
        assertThat(definition("type T", CONTEXT.formatted("")))
                .contains(
                        "x: Int @join__field(graph: A, contextArguments: [{context: \"a__c\", name: \"a\", type: \"String\", selection: \" { v }\"}])");
        assertThat(supergraph(CONTEXT.formatted(""))).contains("@context(name: \"a__c\")");
    }

    @Test
    void refusesAContextualArgumentThatIsRequiredElsewhere() {
        assertThat(codes(
                        CONTEXT.formatted(" @shareable"),
                        "type T @key(fields: \"id\") { id: ID! x(a: String!): Int @shareable }"))
                .containsExactly(ErrorCode.CONTEXTUAL_ARGUMENT_NOT_CONTEXTUAL_IN_ALL_SUBGRAPHS);
    }
}
