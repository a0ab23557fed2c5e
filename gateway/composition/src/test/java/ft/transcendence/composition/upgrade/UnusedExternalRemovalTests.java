package ft.transcendence.composition.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.ErrorCode;
import org.junit.jupiter.api.Test;

class UnusedExternalRemovalTests {
    @Test
    void removesExternalFieldsThatNothingUses() {
        UpgradedSubgraphs upgraded = UpgradedSubgraphs.of("""
                type Query { book: Book }
                type Book @key(fields: "id") { id: ID! title: String @external pages: Int @external label: String @requires(fields: "pages") }
                """);
        assertThat(upgraded.type("Book").fields()).containsOnlyKeys("id", "pages", "label");
    }

    @Test
    void removesATypeWithoutOtherFields() {
        UpgradedSubgraphs upgraded = UpgradedSubgraphs.of("type Query { a: Int } type Size { width: Int @external }");
        assertThat(upgraded.codes()).isEmpty();
        assertThat(upgraded.subgraphs().getFirst().schema().types()).doesNotContainKey("Size");
    }

    @Test
    void refusesToRemoveATypeThatSomethingRefersTo() {
        UpgradedSubgraphs upgraded =
                UpgradedSubgraphs.of("type Query { size: Size }\ntype Size { width: Int @external }");
        assertThat(upgraded.codes()).containsExactly(ErrorCode.TYPE_WITH_ONLY_UNUSED_EXTERNAL);
        assertThat(upgraded.errors().getFirst().places())
                .extracting(Object::toString)
                .containsExactly("a:2:1");
    }

    @Test
    void whatARemovedFieldRequiredStillCountsAsUsed() {
        UpgradedSubgraphs upgraded = UpgradedSubgraphs.of("""
                type Query { book: Book }
                type Book { id: ID! title: String @external label: String @external @requires(fields: "title") }
                """);
        assertThat(upgraded.codes()).isEmpty();
        assertThat(upgraded.type("Book").fields()).containsOnlyKeys("id", "title");
    }

    @Test
    void theQueryTypeStaysThoughItIsEmpty() {
        UpgradedSubgraphs upgraded = UpgradedSubgraphs.of("type Query { a: Int @external }", "type Query { a: Int }");
        assertThat(upgraded.codes()).isEmpty();
        assertThat(upgraded.type("Query").fields()).isEmpty();
    }
}
