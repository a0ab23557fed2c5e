package ft.transcendence.composition.validation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.ErrorCode;
import org.junit.jupiter.api.Test;

class ProvidesTargetsTests {
    @Test
    void refusesFieldsOfLeafTypes() {
        CheckedSubgraph checked = CheckedSubgraph.of("type Query { name: String @provides(fields: \"id\") }");
        assertThat(checked.codes()).containsExactly(ErrorCode.PROVIDES_ON_NON_OBJECT_FIELD);
        assertThat(checked.places()).containsExactly("1:14");
    }

    @Test
    void refusesExternalFields() {
        CheckedSubgraph checked = CheckedSubgraph.of("""
                type Product @key(fields: "id") { id: ID! maker: Maker @external @provides(fields: "name") }
                type Maker { name: String @external }
                """);
        assertThat(checked.codes()).containsExactly(ErrorCode.EXTERNAL_COLLISION_WITH_ANOTHER_DIRECTIVE);
    }

    @Test
    void tellsOfNothingElse() {
        CheckedSubgraph checked = CheckedSubgraph.of("""
                type Query { name: String @provides(fields: "id") }
                type Product @key(fields: "unknown") { id: ID! name: String @external }
                """);
        assertThat(checked.codes()).containsExactly(ErrorCode.PROVIDES_ON_NON_OBJECT_FIELD);
    }

    @Test
    void acceptsListsAndUnions() {
        CheckedSubgraph checked = CheckedSubgraph.of("""
                type Query { any: [Any!]! @provides(fields: "... on Product { name }") }
                union Any = Product
                type Product @key(fields: "id") { id: ID! name: String @external }
                """);
        assertThat(checked.codes()).isEmpty();
    }
}
