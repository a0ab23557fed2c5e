package ft.transcendence.composition.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtensionKeysTests {
    private static final String BOOK =
            "type Book @key(fields: \"id\") @key(fields: \"isbn\") { id: ID! isbn: String maker: Maker } "
                    + "type Maker { name: String }";

    @ParameterizedTest
    @ValueSource(strings = {"extend type Book", "type Book @extends"})
    void fieldsOfTheKeysOfAnExtensionAreResolved(String extension) {
        UpgradedSubgraphs upgraded = UpgradedSubgraphs.of(
                extension
                        + " @key(fields: \"id maker { name }\") @key(fields: \"isbn\") "
                        + "{ id: ID! @external isbn: String @external maker: Maker @external } "
                        + "type Maker { name: String @external }",
                BOOK);
        assertThat(upgraded.schema())
                .contains("id: ID!\n")
                .contains("isbn: String\n")
                .contains("maker: Maker\n")
                .contains("name: String @external\n");
    }

    @Test
    void anExtensionWithoutAKeyUsesTheFirstOfTheType() {
        UpgradedSubgraphs upgraded = UpgradedSubgraphs.of("""
                extend type Book {
                    id: ID! @external
                    isbn: String @external
                    label: String @requires(fields: "isbn")
                }
                """, BOOK);
        assertThat(upgraded.schema()).contains("id: ID!\n").contains("isbn: String @external\n");
    }

    @Test
    void keysOfDefinitionsStayExternal() {
        UpgradedSubgraphs upgraded = UpgradedSubgraphs.of("type Book @key(fields: \"id\") { id: ID! @external }", BOOK);
        assertThat(upgraded.schema()).contains("id: ID! @external\n");
    }
}
