package ft.transcendence.composition.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InactiveSelectionsTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title id | title",
                "id title maker { id name } | title maker { name }",
                "size { width } id | size { width }",
                "node { id ... on Crate { label id } } | node { ... on Crate { label } }",
                "title maker { name } | title maker { name }"
            })
    void keepsWhatIsExternal(String fields, String kept) {
        assertThat(requiring(fields).schema()).contains("@requires(fields: \"" + kept + "\")");
    }

    @Test
    void removesADirectiveThatSelectsNothingExternal() {
        assertThat(requiring("id maker { id }").schema()).doesNotContain("\"id").contains("label: String\n");
    }

    @Test
    void leavesAnInvalidSelectionToValidation() {
        assertThat(requiring("id unknown").codes()).contains(ErrorCode.REQUIRES_INVALID_FIELDS);
    }

    @Test
    void appliesToProvidedSelections() {
        UpgradedSubgraphs upgraded = UpgradedSubgraphs.of("""
                type Query { book: Book @provides(fields: "id title") other: Book @provides(fields: "id") }
                type Book { id: ID! title: String @external }
                """);
        assertThat(upgraded.schema())
                .contains("book: Book @provides(fields: \"title\")\n")
                .contains("other: Book\n");
    }

    /** A second requirement uses all externals, so that they stay. */
    private static UpgradedSubgraphs requiring(String fields) {
        return UpgradedSubgraphs.of("""
                type Query { book: Book }
                type Book {
                    id: ID!
                    title: String @external
                    size: Size @external
                    maker: Maker
                    node: Node
                    label: String @requires(fields: "%s")
                    all: String @requires(fields: "title size { width } maker { name } node { ... on Crate { label } }")
                }
                type Size { width: Int }
                type Maker { id: ID! name: String @external }
                interface Node { id: ID! }
                type Crate implements Node { id: ID! label: String @external }
                """.formatted(fields));
    }
}
