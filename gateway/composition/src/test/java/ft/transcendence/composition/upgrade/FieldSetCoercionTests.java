package ft.transcendence.composition.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldSetCoercionTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"id | id", "[\"id\"] | id", "[\"id\", \"isbn\"] | id isbn", "[id, isbn] | id isbn"})
    void makesStringsOfNamesAndLists(String fields, String coerced) {
        assertThat(book(fields).schema()).contains("@key(fields: \"" + coerced + "\")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "[1]", "true", "[\"id\", 1]"})
    void leavesOtherValuesToValidation(String fields) {
        assertThat(book(fields).codes()).containsExactly(ErrorCode.KEY_INVALID_FIELDS_TYPE);
    }

    @Test
    void coercesRequirementsAndProvidedSelections() {
        UpgradedSubgraphs upgraded = UpgradedSubgraphs.of("""
                type Query { book: Book @provides(fields: title) }
                type Book @key(fields: "id") {
                    id: ID!
                    title: String @external
                    label: String @requires(fields: ["title"])
                }
                """);
        assertThat(upgraded.schema()).contains("@provides(fields: \"title\")").contains("@requires(fields: \"title\")");
    }

    @Test
    void aCoercedKeyOfAnExtensionMakesItADefinition() {
        UpgradedSubgraphs upgraded = UpgradedSubgraphs.of(
                "extend type Book @key(fields: id) { id: ID! @external }",
                "type Book @key(fields: \"id\") { id: ID! }");
        assertThat(upgraded.schema()).contains("id: ID! @external");
    }

    private static UpgradedSubgraphs book(String fields) {
        return UpgradedSubgraphs.of(
                "type Query { a: Int } type Book @key(fields: " + fields + ") { id: ID! isbn: String }");
    }
}
