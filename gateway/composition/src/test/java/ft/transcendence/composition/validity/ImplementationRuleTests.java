package ft.transcendence.composition.validity;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.reader.ReadSubgraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImplementationRuleTests {
    private static final String TYPES = """

            interface Node { id: ID! self(x: Int): Node }
            interface Named implements Node { id: ID! self(x: Int): Node name: String }
            union Either = Query | Other
            type Other { a: Int }
            interface Chooses { either: [Either] }
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "implements Node { id: ID! }",
                "implements Node { id: ID self(x: Int): Node }",
                "implements Node { id: [ID!]! self(x: Int): Node }",
                "implements Node { id: ID! self: Node }",
                "implements Node { id: ID! self(x: Int!): Node }",
                "implements Node { id: ID! self(x: Int, y: Int!): Node }",
                "implements Node { id: ID! self(x: Int): Other }",
                "implements Named { id: ID! self(x: Int): Node name: String }",
                "implements Chooses { either: [Node] }",
                "implements Chooses { either: Either }"
            })
    void refusesTypesThatBreakTheContract(String type) {
        assertThat(ReadSubgraph.of("type Query " + type + TYPES).codes()).containsExactly(ErrorCode.INVALID_GRAPHQL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "implements Node { id: ID! self(x: Int, y: Int! = 1, z: Int): Query! }",
                "implements Node & Named { id: ID! self(x: Int): Named name: String! }",
                "implements Chooses { either: [Query!]! }"
            })
    void acceptsTypesThatKeepIt(String type) {
        assertThat(ReadSubgraph.of("type Query " + type + TYPES).codes()).isEmpty();
    }

    @Test
    void refusesInterfacesThatImplementEachOther() {
        assertThat(ReadSubgraph.of("""
                type Query { a: Int }
                interface A implements B { a: Int }
                interface B implements A { a: Int }
                """).codes()).containsExactly(ErrorCode.INVALID_GRAPHQL);
        assertThat(ReadSubgraph.of("type Query { a: Int } interface A implements A { a: Int }")
                        .codes())
                .containsExactly(ErrorCode.INVALID_GRAPHQL);
    }

    @Test
    void tellsBothPlaces() {
        ReadSubgraph read = ReadSubgraph.of("""
                type Query implements Node { id: ID }
                interface Node { id: ID! }
                """);

        assertThat(read.message())
                .isEqualTo("[products] Query.id is of type ID, which does not fit the type ID! of Node.id");
        assertThat(read.places()).containsExactly("1:30", "2:18");
    }
}
