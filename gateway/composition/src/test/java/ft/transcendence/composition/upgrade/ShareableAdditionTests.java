package ft.transcendence.composition.upgrade;

import static ft.transcendence.composition.upgrade.UpgradedSubgraphs.federation2;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.NamedType;
import org.junit.jupiter.api.Test;

class ShareableAdditionTests {
    @Test
    void valueTypesOfSeveralSubgraphsAreShared() {
        UpgradedSubgraphs upgraded = UpgradedSubgraphs.of(
                "type Query { size: Size own: Own } type Size { width: Int } type Own { a: Int }",
                "type Query { other: Int } type Size { width: Int }");
        assertThat(upgraded.type("Size").has(KnownDirective.SHAREABLE)).isTrue();
        assertThat(upgraded.type("Own").has(KnownDirective.SHAREABLE)).isFalse();
    }

    @Test
    void fieldsOfEntitiesAndRootsThatOthersResolveAreShared() {
        UpgradedSubgraphs upgraded = UpgradedSubgraphs.of(
                "type Query { version: Int a: Int } type Book @key(fields: \"id\") { id: ID! title: String pages: Int }",
                "type Query { version: Int } extend type Book @key(fields: \"id\") { id: ID! @external title: String }");
        assertThat(upgraded.schema())
                .contains("version: Int @shareable\n")
                .contains("a: Int\n")
                .contains("id: ID!\n")
                .contains("title: String @shareable\n")
                .contains("pages: Int\n");
    }

    @Test
    void fieldsThatOthersOnlyRequireAreNotShared() {
        assertThat(title(
                                "type Book @key(fields: \"id\") { id: ID! title: String @external label: String @requires(fields: \"title\") }")
                        .has(KnownDirective.SHAREABLE))
                .isFalse();
    }

    @Test
    void fieldsThatOthersProvideAreShared() {
        assertThat(title("type Query { book: Book @provides(fields: \"title\") } "
                                + "type Book @key(fields: \"id\") { id: ID! title: String @external }")
                        .has(KnownDirective.SHAREABLE))
                .isTrue();
    }

    @Test
    void subscriptionsAreNeverShared() {
        String subscription = "type Subscription { changed: Int }";
        assertThat(UpgradedSubgraphs.of(subscription, subscription).schema()).doesNotContain("@shareable");
    }

    @Test
    void sharesWithSubgraphsOfFederation2() {
        UpgradedSubgraphs upgraded =
                UpgradedSubgraphs.of("type Size { width: Int }", federation2("type Size @shareable { width: Int }"));
        assertThat(upgraded.type("Size").has(KnownDirective.SHAREABLE)).isTrue();
    }

    private static Field title(String other) {
        NamedType book = UpgradedSubgraphs.of("type Book @key(fields: \"id\") { id: ID! title: String }", other)
                .type("Book");
        return requireNonNull(book.fields().get("title"));
    }
}
