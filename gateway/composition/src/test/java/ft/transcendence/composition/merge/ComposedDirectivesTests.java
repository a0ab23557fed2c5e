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

class ComposedDirectivesTests {

    private static String schema(String version, String definition, String links, String types) {
        return "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.3\", import: [\"@key\", \"@shareable\", \"@composeDirective\"])"
                + " @link(url: \"https://x.dev/foo/" + version + "\", import: [\"@foo\"]) " + links + " " + definition
                + " " + types;
    }

    private static final String COMPOSE = "@composeDirective(name: \"@foo\")";

    @Test
    void reachesTheSupergraphWithItsSpecification() {
        String composed = supergraph(schema(
                "v1.0", "directive @foo(a: Int) on FIELD_DEFINITION", COMPOSE, "type Query { x: Int @foo(a: 1) }"));
        assertThat(composed)
                .contains("@link(url: \"https://x.dev/foo/v1.0\", import: [\"@foo\"])")
                .contains("directive @foo(a: Int) on FIELD_DEFINITION")
                .contains("x: Int @foo(a: 1)");
    }

    @Test
    void takesTheDefinitionOfTheNewestMinorVersion() {
        assertThat(supergraph(
                        schema("v1.0", "directive @foo on FIELD_DEFINITION", COMPOSE, "type Query { x: Int @foo }"),
                        schema(
                                "v1.2",
                                "directive @foo(b: Int) on FIELD_DEFINITION",
                                COMPOSE,
                                "type Query { y: Int @foo(b: 2) }")))
                .contains("foo/v1.2")
                .contains("directive @foo(b: Int) on FIELD_DEFINITION");
    }

    @Test
    void refusesTwoMajorVersions() {
        assertThat(codes(
                        schema("v1.0", "directive @foo on FIELD_DEFINITION", COMPOSE, "type Query { x: Int @foo }"),
                        schema("v2.0", "directive @foo on FIELD_DEFINITION", COMPOSE, "type Query { y: Int @foo }")))
                .containsExactly(ErrorCode.DIRECTIVE_COMPOSITION_ERROR);
        assertThat(hints(
                        schema("v1.0", "directive @foo on FIELD_DEFINITION", COMPOSE, "type Query { x: Int @foo }"),
                        schema("v2.0", "directive @foo on FIELD_DEFINITION", "", "type Query { y: Int @foo }")))
                .containsExactly(HintCode.DIRECTIVE_COMPOSITION_INFO);
    }

    @Test
    void refusesNamesWithoutAtSignAndUnknownOnes() {
        for (String name : new String[] {"foo", "@bar", ""}) {
            assertThat(error(schema(
                                    "v1.0",
                                    "directive @foo on FIELD_DEFINITION",
                                    "@composeDirective(name: \"" + name + "\")",
                                    "type Query { x: Int @foo }"))
                            .code())
                    .as(name)
                    .isEqualTo(ErrorCode.DIRECTIVE_COMPOSITION_ERROR);
        }
    }

    @Test
    void refusesFederationsOwnDirectivesExceptThoseComposedAnyway() {
        assertThat(codes(schema(
                        "v1.0",
                        "directive @foo on FIELD_DEFINITION",
                        "@composeDirective(name: \"@key\")",
                        "type Query { x: Int }")))
                .containsExactly(ErrorCode.DIRECTIVE_COMPOSITION_ERROR);
        assertThat(hints(
                        "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.3\", import: [\"@tag\", \"@composeDirective\"])"
                                + " @composeDirective(name: \"@tag\") type Query { x: Int @tag(name: \"a\") }"))
                .containsExactly(HintCode.DIRECTIVE_COMPOSITION_INFO);
        assertThat(definition("type Query", "type Query { x: Int }"))
                .isEqualTo("type Query @join__type(graph: A) { x: Int }");
    }
}
