package ft.transcendence.composition.validation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.ErrorCode;
import org.junit.jupiter.api.Test;

class InterfaceKeySelectionsTests {
    @Test
    void aKeyOfAnInterfaceThatSelectsNothingHidesOtherMistakes() {
        CheckedSubgraph checked = CheckedSubgraph.of("""
                interface Node @key(fields: "unknown") { id: ID! }
                type Book implements Node @key(fields: "id") { id: ID! title: String @external }
                """);
        assertThat(checked.codes()).containsExactly(ErrorCode.KEY_INVALID_FIELDS);
        assertThat(checked.places()).containsExactly("1:16");
    }

    @Test
    void soDoesAKeyOfAnImplementationBeforeTheSameOne() {
        CheckedSubgraph checked = CheckedSubgraph.of("""
                interface Node @key(fields: "id") { id: ID! }
                type Book implements Node @key(fields: id) @key(fields: "id") { id: ID! title: String @external }
                """);
        assertThat(checked.codes()).containsExactly(ErrorCode.KEY_INVALID_FIELDS_TYPE);
        assertThat(checked.places()).containsExactly("2:27");
    }

    @Test
    void aKeyBehindTheSameOneIsNotCompared() {
        CheckedSubgraph checked = CheckedSubgraph.of("""
                interface Node @key(fields: "id") { id: ID! }
                type Book implements Node @key(fields: "id") @key(fields: "unknown") { id: ID! title: String @external }
                """);
        assertThat(checked.codes()).containsExactlyInAnyOrder(ErrorCode.KEY_INVALID_FIELDS, ErrorCode.EXTERNAL_UNUSED);
    }
}
