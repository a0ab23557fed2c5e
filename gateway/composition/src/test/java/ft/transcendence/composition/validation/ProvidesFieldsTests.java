package ft.transcendence.composition.validation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProvidesFieldsTests {
    @ParameterizedTest
    @ValueSource(strings = {"name", "maker { name }", "node { code }", "... on Product { name }"})
    void acceptsExternalFieldsAndFieldsBelowThem(String fields) {
        assertThat(product(fields).codes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "name id", "plain { code }"})
    void refusesFieldsThatTheSubgraphResolves(String fields) {
        assertThat(product(fields).codes()).containsExactly(ErrorCode.PROVIDES_FIELDS_MISSING_EXTERNAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "maker", "name: id"})
    void refusesWhatIsNoCompleteSelection(String fields) {
        assertThat(product(fields).codes()).containsExactly(ErrorCode.PROVIDES_INVALID_FIELDS);
    }

    @Test
    void refusesFieldsWithArguments() {
        CheckedSubgraph checked = product("price");
        assertThat(checked.codes()).containsExactly(ErrorCode.PROVIDES_FIELDS_HAS_ARGS);
        assertThat(checked.places()).containsExactly("1:31", "6:5");
    }

    @Test
    void refusesDirectives() {
        assertThat(product("name @include(if: true)").codes())
                .containsExactly(ErrorCode.PROVIDES_DIRECTIVE_IN_FIELDS_ARG);
    }

    @Test
    void refusesFieldsThatAreNoString() {
        assertThat(CheckedSubgraph.of("type Query { me: User @provides(fields: [\"id\"]) } type User { id: ID! }")
                        .codes())
                .containsExactly(ErrorCode.PROVIDES_INVALID_FIELDS_TYPE);
    }

    @Test
    void refusesFieldsOfInterfaces() {
        CheckedSubgraph checked = CheckedSubgraph.of("""
                interface Shop { best: Product @provides(fields: "name") }
                type Product @key(fields: "id") { id: ID! name: String @external }
                """);
        assertThat(checked.codes()).containsExactly(ErrorCode.PROVIDES_UNSUPPORTED_ON_INTERFACE);
    }

    private static CheckedSubgraph product(String fields) {
        return CheckedSubgraph.of("""
                type Query { product: Product @provides(fields: "%s") }
                type Product implements All @key(fields: "id") {
                    id: ID!
                    name: String @external
                    maker: Maker @external
                    price(currency: String): Int @external
                    node: Node @external
                    plain: Node
                }
                interface All { name: String maker: Maker price(currency: String): Int node: Node }
                type Maker { name: String }
                interface Node { code: String }
                """.formatted(fields));
    }
}
