package ft.transcendence.composition.validation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequiresFieldsTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "weight",
                "weight size { width }",
                "box { width }",
                "size { width height }",
                "price(currency: \\\"EUR\\\")",
                "price",
                "node { ... on Crate { label } }",
                "shown { size { width } }"
            })
    void acceptsExternalFieldsAndFieldsBelowThem(String fields) {
        assertThat(product(fields).codes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "weight id", "box { label }", "own { id }", "__typename"})
    void refusesFieldsThatTheSubgraphResolves(String fields) {
        assertThat(product(fields).codes()).containsExactly(ErrorCode.REQUIRES_FIELDS_MISSING_EXTERNAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "size", "price(amount: 1)", "price(currency: 1)", "price(currency: $currency)"})
    void refusesWhatIsNoCompleteSelection(String fields) {
        assertThat(product(fields).codes()).containsExactly(ErrorCode.REQUIRES_INVALID_FIELDS);
    }

    @Test
    void tellsWhereTheFieldIsThatLacksExternal() {
        CheckedSubgraph checked = product("id");
        assertThat(checked.message()).contains("\"Product.id\" is not @external");
        assertThat(checked.places()).containsExactly("10:19", "2:5");
    }

    @Test
    void theKeyOfAnExtensionIsNoExternal() {
        CheckedSubgraph checked = CheckedSubgraph.of("""
                extend type Product @key(fields: "id") {
                    id: ID! @external
                    shipping: Int @requires(fields: "id")
                }
                """);
        assertThat(checked.codes()).containsExactly(ErrorCode.REQUIRES_FIELDS_MISSING_EXTERNAL);
        assertThat(checked.message()).contains("in the key of an extension");
    }

    @Test
    void refusesFieldsThatAreNoString() {
        assertThat(CheckedSubgraph.of("type Product { id: ID! shipping: Int @requires(fields: weight) }")
                        .codes())
                .containsExactly(ErrorCode.REQUIRES_INVALID_FIELDS_TYPE);
    }

    @Test
    void refusesDirectives() {
        assertThat(product("weight @skip(if: false)").codes())
                .containsExactly(ErrorCode.REQUIRES_DIRECTIVE_IN_FIELDS_ARG);
    }

    @Test
    void refusesFieldsOfInterfaces() {
        CheckedSubgraph checked = CheckedSubgraph.of("""
                interface Node { id: ID! shipping: Int @requires(fields: "size { width }") size: Size }
                type Size @external { width: Int }
                """);
        assertThat(checked.codes()).containsExactly(ErrorCode.REQUIRES_UNSUPPORTED_ON_INTERFACE);
        assertThat(checked.places()).containsExactly("1:40");
    }

    /** Fields of all shapes; a second requirement uses all externals, so that none is unused. */
    private static CheckedSubgraph product(String fields) {
        return CheckedSubgraph.of("""
                type Product implements All @key(fields: "id") {
                    id: ID!
                    weight: Int @external
                    size: Size @external
                    box: Box
                    price(currency: String): Int @external
                    node: Node
                    own: Own
                    shown: All
                    shipping: Int @requires(fields: "%s")
                }
                interface All { weight: Int size: Size price(currency: String): Int }
                type Size { width: Int height: Int }
                type Box implements Boxed { label: String width: Int @external }
                interface Boxed { width: Int }
                interface Node { id: ID! }
                type Crate implements Node & Labelled { id: ID! @external label: String @external }
                interface Labelled { label: String }
                type Own { id: ID! }
                """.formatted(fields));
    }
}
