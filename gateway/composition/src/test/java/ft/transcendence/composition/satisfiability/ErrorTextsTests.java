package ft.transcendence.composition.satisfiability;

import static ft.transcendence.composition.CompositionTester.compose;
import static ft.transcendence.composition.CompositionTester.error;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.CompositionError;
import ft.transcendence.composition.CompositionResult;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people read about an operation that cannot be planned. */
final class ErrorTextsTests {
    private static final String START = "type Query { t: T } type T @key(fields: \"id\") { id: ID! }";

    @Test
    void namesTheQueryAndWhyEachSubgraphFails() {
        CompositionError error =
                error(START, "type T @key(fields: \"id\", resolvable: false) { id: ID! @shareable far: Int }");
        assertThat(error.message()).isEqualTo("""
                T.far cannot be reached in
                  query {
                    t {
                      far
                    }
                  }
                - "a" does not have T.far
                - "b" has T.far, but cannot be entered: its keys of T are not resolvable""");
        assertThat(error.advice())
                .isEqualTo("remove resolvable: false from a @key of T in \"b\", and resolve it there");
        assertThat(error.places()).singleElement().hasToString("b.graphqls:2:67");
    }

    @Test
    void namesTheMissingKey() {
        CompositionError error = error(
                "type Query { t: T } type T @key(fields: \"id\") { id: ID! @shareable }",
                "type T { id: ID! @shareable far: Int }");
        assertThat(error.message()).endsWith("- \"b\" has T.far, but cannot be entered: T has no @key there");
        assertThat(error.advice()).isEqualTo("give T a @key in \"b\" that other subgraphs resolve");
    }

    @Test
    void namesTheKeyFieldThatIsNotResolved() {
        CompositionError error = error(
                "type Query { t: T } type T @key(fields: \"id\") { id: ID! owner: O @shareable } type O { name: String }",
                "type T @key(fields: \"id owner { email }\") { id: ID! owner: O @shareable far: Int } type O { email: ID! @inaccessible }");
        assertThat(error.message())
                .contains(
                        "its key \"id owner { email }\" cannot be sent from \"a\", which does not lead to \"owner { email }\"");
        assertThat(error.advice())
                .isEqualTo("resolve \"owner { email }\" of T in \"a\", or give T a @key in \"b\" that \"a\" resolves");
    }

    @Test
    void namesTheRequirementThatIsNotResolved() {
        CompositionError error = error(
                "type Query { t: T } type T { id: ID! @shareable weight: Int }",
                "type T @key(fields: \"id\") { id: ID! weight: Int @external price: Int @requires(fields: \"weight\") }");
        assertThat(error.message())
                .endsWith("- \"b\" has T.price, which requires \"weight\", but does not lead to \"weight\"");
    }

    @Test
    void saysThatAFieldIsExternal() {
        CompositionError error = error(
                "type Query { t: T v: V @provides(fields: \"far\") } type V { far: Int @external } type T { v: V }",
                "type V { far: Int @shareable }");
        assertThat(error.message()).contains("\"a\" has V.far, but marks it @external");
    }

    @Test
    void saysThatAFieldIsOverridden() {
        CompositionError error =
                error("type Query { t: T } type T { far: Int id: Int }", "type T { far: Int @override(from: \"a\") }");
        assertThat(error.message()).contains("T.far, but cannot be entered: T has no @key there");
    }

    @Test
    void aFieldIsToldOnceWithItsShortestQuery() {
        CompositionError error = error(
                "type Query { deep: Deep t: T } type Deep { t: T } type T { id: ID! @shareable }",
                "type T { id: ID! @shareable far: Int }");
        assertThat(error.message()).contains("query {\n    t {\n      far\n    }\n  }");
    }

    @Test
    void requiredArgumentsGetExampleValues() {
        CompositionError error = error(
                "type Query { t(id: ID!, first: Int, in: In!, e: E!): T } input In { a: Float! b: Int } enum E { X Y } type T { id: ID! @shareable }",
                "type T { id: ID! @shareable far: V } type V { x: Int }");
        assertThat(error.message()).contains("""
                    t(id: "…", in: {a: 1.5}, e: X) {
                      far {
                        ...
                      }
                    }
                """.indent(0));
    }

    @Test
    void aMutationIsExplainedForEachSubgraphThatCanBeCalled() {
        CompositionError error = error(
                "type Query { q: Int } type Mutation { m: R @shareable } type R { x: Int }",
                "type Mutation { m: R @shareable } type R { y: Int }");
        assertThat(error.message())
                .startsWith("Mutation.m is called in one subgraph only")
                .contains("If it is called in \"a\":\n  R.y cannot be reached in\n    mutation {")
                .contains("If it is called in \"b\":\n  R.x cannot be reached in");
    }

    @Test
    void eachFieldIsAnErrorOfItsOwn() {
        CompositionResult result = compose(
                "type Query { t: T } type T { id: ID! @shareable }",
                "type T { id: ID! @shareable far: Int further: Int }");
        assertThat(result).isInstanceOf(CompositionResult.Refused.class);
        List<CompositionError> errors = ((CompositionResult.Refused) result).errors();
        assertThat(errors)
                .extracting(error -> error.message().lines().findFirst().orElseThrow())
                .containsExactly("T.far cannot be reached in", "T.further cannot be reached in");
    }
}
