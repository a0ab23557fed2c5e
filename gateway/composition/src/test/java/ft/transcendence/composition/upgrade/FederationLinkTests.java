package ft.transcendence.composition.upgrade;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.schema.KnownDirective;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FederationLinkTests {
    private static final String LINK_ITSELF = "extend schema @link(url: \"https://specs.apollo.dev/link/v1.0\") ";

    @Test
    void aDirectiveDefinedByHandGetsTheMeaningOfFederations() {
        UpgradedSubgraphs upgraded = UpgradedSubgraphs.of("""
                directive @inaccessible on FIELD_DEFINITION
                type Query { a: Int b: Int @inaccessible }
                """);
        assertThat(requireNonNull(upgraded.type("Query").fields().get("b")).has(KnownDirective.INACCESSIBLE))
                .isTrue();
        assertThat(upgraded.subgraphs().getFirst().schema().directiveDefinitions())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "directive @shareable(reason: String) on OBJECT | FIELD_DEFINITION",
                "directive @inaccessible on QUERY",
                "directive @override on FIELD_DEFINITION"
            })
    void refusesADefinitionThatDoesNotFit(String definition) {
        assertThat(UpgradedSubgraphs.of(definition + " type Query { a: Int }").codes())
                .containsExactly(ErrorCode.DIRECTIVE_DEFINITION_INVALID);
    }

    @Test
    void refusesATypeUnderTheNameOfOneOfTheLinkSpecification() {
        assertThat(UpgradedSubgraphs.of("type link__Import { a: Int } type Query { a: link__Import }")
                        .codes())
                .containsExactly(ErrorCode.TYPE_DEFINITION_INVALID);
    }

    @Test
    void aDirectiveNamedLinkIsNotInTheWay() {
        assertThat(UpgradedSubgraphs.of("directive @link on FIELD_DEFINITION type Query { a: Int @link }")
                        .codes())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@link(url: \"https://specs.apollo.dev/tag/v0.3\", import: [\"@tag\"])",
                "@link(url: \"https://example.com/federation/v1.0\")"
            })
    void refusesLinksThatClash(String link) {
        UpgradedSubgraphs upgraded = UpgradedSubgraphs.of(LINK_ITSELF + link + "\ntype Query { a: Int }");
        assertThat(upgraded.codes()).containsExactly(ErrorCode.INVALID_LINK_DIRECTIVE_USAGE);
        assertThat(upgraded.errors().getFirst().places()).hasSize(2);
    }
}
