package ft.transcendence.composition.merge;

import static ft.transcendence.composition.CompositionTester.codes;
import static ft.transcendence.composition.CompositionTester.definition;
import static ft.transcendence.composition.CompositionTester.error;
import static ft.transcendence.composition.CompositionTester.hints;
import static ft.transcendence.composition.CompositionTester.supergraph;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.HintCode;
import org.junit.jupiter.api.Test;

class SpecificationDirectivesTests {

    private static String link(String version, String imports) {
        return "extend schema @link(url: \"https://specs.apollo.dev/federation/" + version + "\", import: [" + imports
                + "]) ";
    }

    @Test
    void refusesADirectiveUnderTwoNames() {
        assertThat(error(
                                link("v2.3", "\"@tag\"") + "type Query { x: Int @tag(name: \"a\") }",
                                link("v2.3", "{name: \"@tag\", as: \"@label\"}")
                                        + "type Query { y: Int @label(name: \"a\") }")
                        .code())
                .isEqualTo(ErrorCode.LINK_IMPORT_NAME_MISMATCH);
    }

    @Test
    void keepsTheNameThatSubgraphsUse() {
        assertThat(supergraph(
                        link("v2.3", "{name: \"@tag\", as: \"@label\"}") + "type Query { y: Int @label(name: \"a\") }"))
                .contains(
                        "@link(url: \"https://specs.apollo.dev/tag/v0.3\", import: [{name: \"@tag\", as: \"@label\"}])")
                .contains("y: Int @label(name: \"a\")");
        assertThat(supergraph(link("v2.3", "") + "type Query { y: Int @federation__tag(name: \"a\") }"))
                .contains("import: [{name: \"@tag\", as: \"@federation__tag\"}]");
    }

    @Test
    void linksTheJoinVersionThatTheNewestSubgraphNeeds() {
        assertThat(supergraph(link("v2.0", "") + "type Query { x: Int }")).contains("join/v0.3");
        assertThat(supergraph(link("v2.7", "") + "type Query { x: Int }")).contains("join/v0.4");
        assertThat(supergraph(link("v2.0", "") + "type Query { x: Int }", link("v2.12", "") + "type Query { y: Int }"))
                .contains("join/v0.5");
    }

    @Test
    void mergesTheTypesOfASpecificationThatASubgraphLinksItself() {
        String linked = "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.6\")"
                + " @link(url: \"https://specs.apollo.dev/policy/v0.1\"";
        assertThat(definition("scalar policy__Policy", linked + ") type Query { x: Int @policy(policies: [[\"p\"]]) }"))
                .isEqualTo("scalar policy__Policy @join__type(graph: A)");
        assertThat(definition("scalar Policy", linked + ", import: [\"Policy\"]) type Query { x: Int }"))
                .isEqualTo("scalar Policy @join__type(graph: A)");
        assertThat(definition(
                        "scalar policy__Policy",
                        link("v2.6", "\"@policy\"") + "type Query { x: Int @policy(policies: [[\"p\"]]) }"))
                .isEqualTo("scalar policy__Policy");
    }

    @Test
    void linksOnlyWhatIsUsed() {
        assertThat(supergraph("type Query { x: Int }")).doesNotContain("specs.apollo.dev/tag");
        assertThat(supergraph("type Query { x: [Int] @listSize(assumedSize: 1) }"))
                .contains("@link(url: \"https://specs.apollo.dev/cost/v0.1\", import: [\"@listSize\"])");
        assertThat(codes("type Query { x: Int }")).isEmpty();
        assertThat(hints("type Query { x: Int }")).isEmpty();
        assertThat(definition("type Query", "type Query { x: Int }")).doesNotContain("join__field");
    }

    @Test
    void takesAnotherAliasWhereACustomDirectiveHasTheName() {
        assertThat(
                        supergraph(
                                "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.9\", import: [\"@listSize\", \"@composeDirective\"])"
                                        + " @link(url: \"https://x.dev/foo/v1.0\", import: [\"@cost\"]) @composeDirective(name: \"@cost\")"
                                        + " directive @cost on FIELD_DEFINITION type Query { x: [Int] @cost @listSize(assumedSize: 1) }"))
                .contains("https://specs.apollo.dev/cost/v0.1\", as: \"");
    }

    @Test
    void hintsAtAVersionThatAnotherSpecificationNeeds() {
        assertThat(hints(
                        "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.0\") @link(url: \"https://specs.apollo.dev/cost/v0.1\", import: [\"@cost\"])"
                                + " type Query { x: Int @cost(weight: 1) }"))
                .containsExactly(HintCode.IMPLICITLY_UPGRADED_FEDERATION_VERSION);
    }
}
