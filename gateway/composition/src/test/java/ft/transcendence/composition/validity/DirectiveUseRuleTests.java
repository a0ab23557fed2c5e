package ft.transcendence.composition.validity;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.reader.ReadSubgraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectiveUseRuleTests {
    private static final String DEFINITIONS = """

            directive @a(x: Int!, list: [Int!]) on FIELD_DEFINITION
            directive @b repeatable on FIELD_DEFINITION | OBJECT
            directive @c on OBJECT
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type Query { f: Int @c }",
                "type Query @a(x: 1) { f: Int }",
                "type Query { f(i: Int @b): Int }",
                "extend schema @b type Query { f: Int }",
                "type Query { f: Int } enum E { A @b }",
                "type Query { f: Int @a }",
                "type Query { f: Int @a(x: 1, y: 2) }",
                "type Query { f: Int @a(x: \"1\") }",
                "type Query { f: Int @a(x: 1, list: [null]) }",
                "type Query { f: Int @a(x: 1) @a(x: 2) }",
                "type Query @c { f: Int } extend type Query @c",
                "type Query { f: Int @specifiedBy(url: \"u\") }",
                "type Query { f: Int @deprecated(reason: 3) }",
                "type Query { f: Int } type T @key(fields: \"id\", resolvable: \"yes\") { id: ID }"
            })
    void refusesUsesThatTheDefinitionDoesNotAllow(String sdl) {
        assertThat(ReadSubgraph.of(sdl + DEFINITIONS).codes()).containsExactly(ErrorCode.INVALID_GRAPHQL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type Query { f: Int @a(x: 1, list: 2) }",
                "type Query @b @b @c { f: Int @b @b }",
                "type Query { f: Int @a(x: null) }",
                "type Query { f: Int @deprecated } scalar S @specifiedBy(url: \"u\")",
                "type Query { f: Int } type T @key(fields: [\"id\"]) { id: ID }"
            })
    void acceptsTheOthers(String sdl) {
        assertThat(ReadSubgraph.of(sdl + DEFINITIONS).codes()).isEmpty();
    }

    @Test
    void tellsAllPlacesOfADirectiveThatIsRepeated() {
        assertThat(ReadSubgraph.of("type Query @c @c { f: Int }" + DEFINITIONS).places())
                .containsExactly("1:12", "1:15");
    }
}
