package ft.transcendence.composition.validation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFieldsTests {
    private static final String OLD_LINK =
            "@link(url: \"https://specs.apollo.dev/federation/v2.2\", import: [\"@key\"])";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "id name",
                "{ id }",
                "id, name",
                "maker { id }",
                "id id maker { id } maker { name }",
                "__typename id",
                "... on Product { id }",
                "... { id }",
                "... on TypeOfOtherSubgraphs { id }",
                "tags",
                "makers { id }"
            })
    void acceptsSelectionsOfPlainFields(String fields) {
        assertThat(product(fields).codes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "id }",
                "{ id } { name }",
                "id # comment",
                "1",
                "unknown",
                "maker",
                "maker { unknown }",
                "id { name }",
                "makerId: id",
                "...Fragment",
                "id @unknown",
                "weight(unit: 1, unknown: 1)",
                "weight(unit: \"g\")",
                "weight(unit: $unit)",
                "price"
            })
    void refusesWhatIsNoCompleteSelection(String fields) {
        assertThat(product(fields).codes()).containsExactly(ErrorCode.KEY_INVALID_FIELDS);
    }

    @Test
    void namesTheTypeTheKeyAndWhatIsMissing() {
        CheckedSubgraph checked = CheckedSubgraph.of("""
                type Query { product: Product }
                type Product @key(fields: "sku") { id: ID! }
                """);
        assertThat(checked.message())
                .isEqualTo("[products] the fields of @key(fields: \"sku\") on \"Product\" are not valid:"
                        + " the type \"Product\" has no field \"sku\" in this subgraph");
        assertThat(checked.places()).containsExactly("2:14");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "[\"id\"]", "1", "true"})
    void refusesFieldsThatAreNoString(String literal) {
        assertThat(CheckedSubgraph.of("type Product @key(fields: " + literal + ") { id: ID! }")
                        .codes())
                .containsExactly(ErrorCode.KEY_INVALID_FIELDS_TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"node { id }", "any { ... on Maker { id } }", "nodes { id }", "node { unknown }"})
    void refusesFieldsOfAbstractTypes(String fields) {
        assertThat(product(fields).codes()).containsExactly(ErrorCode.KEY_FIELDS_SELECT_INVALID_TYPE);
    }

    @Test
    void aFieldThatDoesNotExistHidesAnAbstractOneBehindIt() {
        assertThat(product("unknown node { id }").codes()).containsExactly(ErrorCode.KEY_INVALID_FIELDS);
    }

    @Test
    void refusesFieldsWithArguments() {
        CheckedSubgraph checked = product("weight");
        assertThat(checked.codes()).containsExactly(ErrorCode.KEY_FIELDS_HAS_ARGS);
        assertThat(checked.places()).containsExactly("1:14", "6:5");
    }

    @Test
    void refusesDirectives() {
        assertThat(product("id @include(if: true)").codes()).containsExactly(ErrorCode.KEY_DIRECTIVE_IN_FIELDS_ARG);
    }

    @Test
    void interfacesHaveKeysFromFederation23() {
        String sdl = "interface Node @key(fields: \"id\") { id: ID! }";
        assertThat(CheckedSubgraph.linking(OLD_LINK, sdl).codes())
                .containsExactly(ErrorCode.KEY_UNSUPPORTED_ON_INTERFACE);
        assertThat(CheckedSubgraph.linking(OLD_LINK.replace("2.2", "2.3"), sdl).codes())
                .isEmpty();
    }

    private static CheckedSubgraph product(String fields) {
        return CheckedSubgraph.of("""
                type Product @key(fields: "%s") {
                    id: ID!
                    name: String
                    tags: [String!]
                    price(currency: String!): Int
                    weight(unit: Int): Int
                    maker: Maker
                    makers: [Maker]
                    node: Node
                    nodes: [Node]
                    any: Any
                }
                type Maker { id: ID! name: String }
                interface Node { id: ID! }
                union Any = Maker | Product
                """.formatted(fields.replace("\"", "\\\"")));
    }
}
