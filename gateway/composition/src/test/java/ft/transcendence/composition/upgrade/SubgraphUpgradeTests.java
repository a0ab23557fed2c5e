package ft.transcendence.composition.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.ErrorCode;
import org.junit.jupiter.api.Test;

class SubgraphUpgradeTests {
    private static final String BOOK = "type Book @key(fields: \"id\") { id: ID! title: String pages: Int }";

    @Test
    void refusesAnExtensionThatNoSubgraphDefines() {
        UpgradedSubgraphs upgraded = UpgradedSubgraphs.of(
                "type Query { a: Int }\nextend type Book @key(fields: \"id\") { id: ID! @external }");
        assertThat(upgraded.codes()).containsExactly(ErrorCode.EXTENSION_WITH_NO_BASE);
        assertThat(upgraded.errors().getFirst().places())
                .extracting(Object::toString)
                .containsExactly("a:2:1");
    }

    @Test
    void twoExtensionsAreNoDefinition() {
        String extension = "extend type Book @key(fields: \"id\") { id: ID! @external }";
        assertThat(UpgradedSubgraphs.of(extension, extension).codes())
                .containsExactly(ErrorCode.EXTENSION_WITH_NO_BASE, ErrorCode.EXTENSION_WITH_NO_BASE);
    }

    @Test
    void rootTypesNeedNoDefinition() {
        assertThat(UpgradedSubgraphs.of("extend type Query { a: Int } extend type Mutation { b: Int }")
                        .codes())
                .isEmpty();
    }

    @Test
    void extensionsBecomeDefinitions() {
        UpgradedSubgraphs upgraded =
                UpgradedSubgraphs.of("extend type Book @key(fields: \"id\") { id: ID! @external price: Int }", BOOK);
        assertThat(upgraded.type("Book").hasExtension()).isFalse();
    }

    @Test
    void anExtensionBesideADefinitionStaysOne() {
        UpgradedSubgraphs upgraded = UpgradedSubgraphs.of("type Book { a: Int } extend type Book { b: Int }");
        assertThat(upgraded.type("Book").hasExtension()).isTrue();
    }

    @Test
    void keepsTheExtendsDirective() {
        UpgradedSubgraphs upgraded =
                UpgradedSubgraphs.of("type Book @extends @key(fields: \"id\") { id: ID! @external price: Int }", BOOK);
        assertThat(upgraded.schema()).contains("@extends").doesNotContain("@external");
    }

    @Test
    void externalOfObjectTypesAndInterfaceFieldsGoes() {
        UpgradedSubgraphs upgraded = UpgradedSubgraphs.of("""
                type Query { node: Node }
                interface Node { id: ID! @external }
                type Book implements Node @external { id: ID! }
                """);
        assertThat(upgraded.schema()).doesNotContain("@external");
    }

    @Test
    void requirementsAndProvidedSelectionsOfInterfacesAndLeavesGo() {
        UpgradedSubgraphs upgraded = UpgradedSubgraphs.of("""
                type Query { node: Node name: String @provides(fields: "id") }
                interface Node { id: ID! label: String @requires(fields: "id") next: Node @provides(fields: "id") }
                """);
        assertThat(upgraded.schema()).doesNotContain("@requires").doesNotContain("@provides");
    }

    @Test
    void aTagOfAnExternalFieldGoesIfItIsWhereTheFieldIsResolved() {
        String extension = """
                extend type Book @key(fields: "id") {
                    id: ID! @external
                    pages: Int @external @tag(name: "size")
                    title: String @external @tag(name: "text")
                    label: String @requires(fields: "pages title")
                }
                """;
        UpgradedSubgraphs upgraded = UpgradedSubgraphs.of(
                extension, "type Book @key(fields: \"id\") { id: ID! title: String pages: Int @tag(name: \"size\") }");
        assertThat(upgraded.schema())
                .contains("pages: Int @external @shareable\n")
                .contains("title: String @external @tag(name: \"text\")");
    }
}
