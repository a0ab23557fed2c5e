package ft.transcendence.composition.validity;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.reader.ReadSubgraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameRuleTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "type Query { __a: Int }",
                "type Query { a(__x: Int): Int }",
                "type Query { a: Int } type __Own { a: Int }",
                "type Query { a: Int } enum E { __A }",
                "type Query { a: Int } input In { __x: Int }",
                "type Query { a: Int } directive @__a on FIELD",
                "type Query { a: Int } directive @a(__x: Int) on FIELD"
            })
    void refusesNamesOfIntrospection(String sdl) {
        assertThat(ReadSubgraph.of(sdl).codes()).containsExactly(ErrorCode.INVALID_GRAPHQL);
    }

    @Test
    void refusesNamespacesThatCannotBeginAName() {
        assertThat(ReadSubgraph.of("""
                extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", as: "fed.2")
                type Query { a: Int }
                """).codes()).containsExactly(ErrorCode.INVALID_GRAPHQL);
    }

    @Test
    void acceptsOneUnderscore() {
        assertThat(ReadSubgraph.of("type Query { _a: Int a__b: Int }").codes()).isEmpty();
    }
}
