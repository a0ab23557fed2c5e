package ft.transcendence.composition.validity;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.reader.ReadSubgraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefaultValueRuleTests {
    private static final String TYPES = """

            enum Color { RED GREEN }
            scalar Date
            input Filter { size: Int! tags: [String!] next: Filter }
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Int = \"1\"",
                "Int = 1.5",
                "Int! = null",
                "Float = \"1\"",
                "Boolean = \"true\"",
                "String = 1",
                "ID = true",
                "Color = BLUE",
                "Color = 1",
                "[Int!] = [1, null]",
                "[Int] = [[1]]",
                "Filter = 1",
                "Filter = { size: \"1\" }",
                "Filter = { color: RED }",
                "Filter = { next: { tags: [1] } }"
            })
    void refusesValuesOfOtherTypes(String argument) {
        assertThat(ReadSubgraph.of("type Query { a(x: " + argument + "): Int }" + TYPES)
                        .codes())
                .containsExactly(ErrorCode.INVALID_GRAPHQL);
        assertThat(ReadSubgraph.of("type Query { a: Int } input In { x: " + argument + " }" + TYPES)
                        .codes())
                .containsExactly(ErrorCode.INVALID_GRAPHQL);
        assertThat(ReadSubgraph.of("type Query { a: Int } directive @a(x: " + argument + ") on FIELD" + TYPES)
                        .codes())
                .containsExactly(ErrorCode.INVALID_GRAPHQL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Int = 1",
                "Int = 1.0",
                "Int = null",
                "Int! = 1",
                "Float = 1",
                "Float = 1e3",
                "Boolean = false",
                "String = \"a\"",
                "String = RED",
                "ID = 1",
                "ID = \"a\"",
                "Color = RED",
                "Color = \"RED\"",
                "[Int] = 1",
                "[Int] = [1, null]",
                "[[Int]] = 1",
                "Date = { any: [1, \"b\"] }",
                "Filter = {}",
                "Filter = { size: 1, tags: \"a\", next: { size: 2 } }"
            })
    void acceptsValuesOfTheTypeAsGenerouslyAsTheReference(String argument) {
        assertThat(ReadSubgraph.of("type Query { a(x: " + argument + "): Int }" + TYPES)
                        .codes())
                .isEmpty();
    }

    @Test
    void tellsValueAndType() {
        ReadSubgraph read = ReadSubgraph.of("type Query { a(x: [Int!] = [null]): Int }");

        assertThat(read.message()).isEqualTo("[products] Query.a(x:) has the default [null], which is no [Int!]");
        assertThat(read.places()).containsExactly("1:16");
    }
}
