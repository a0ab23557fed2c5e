package ft.transcendence.composition.reader;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionCheckTests {
    private static final String IMPORTS = "@key @shareable @tag @external @override @policy Policy";
    private static final String CONNECTORS = """
            extend schema
              @link(url: "https://specs.apollo.dev/link/v1.0")
              @link(url: "https://specs.apollo.dev/federation/v2.10")
              @link(url: "https://specs.apollo.dev/connect/v0.1")
            """;
    private static final String QUERY = "\ntype Query { a: Int }";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "directive @key(fields: federation__FieldSet!, resolvable: Boolean = true) repeatable on OBJECT | INTERFACE"
                        + " scalar federation__FieldSet",
                "directive @key(fields: String!) on OBJECT",
                "directive @key(fields: [String!]!) repeatable on OBJECT",
                "directive @key(fields: String!, resolvable: Boolean!) on OBJECT",
                "directive @shareable on OBJECT",
                "directive @external on FIELD_DEFINITION",
                "directive @tag(name: String!) on OBJECT | FIELD_DEFINITION",
                "directive @policy(policies: [[String!]!]!) on OBJECT",
                "directive @policy(policies: [[Policy!]!]!) on OBJECT scalar Policy"
            })
    void acceptsDefinitionsThatAskForLess(String definition) {
        assertThat(ReadSubgraph.linking("v2.9", IMPORTS, definition + QUERY).codes())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "directive @key on OBJECT",
                "directive @key(fields: String) on OBJECT",
                "directive @key(fields: String!, resolvable: Boolean = false) on OBJECT",
                "directive @key(fields: String!, resolvable: Int) on OBJECT",
                "directive @key(fields: String!, version: Int) on OBJECT",
                "directive @key(fields: String!) on OBJECT | UNION",
                "directive @override(from: String!) repeatable on FIELD_DEFINITION",
                "directive @policy(policies: [String!]!) on OBJECT",
                "scalar Fields directive @tag(name: Fields!) on OBJECT"
            })
    void refusesDefinitionsThatDiffer(String definition) {
        assertThat(ReadSubgraph.linking("v2.9", IMPORTS, definition + QUERY).codes())
                .containsExactly(ErrorCode.DIRECTIVE_DEFINITION_INVALID);
    }

    @Test
    void tellsWhereTheDefinitionDiffers() {
        ReadSubgraph read =
                ReadSubgraph.linking("v2.9", IMPORTS, "directive @override(from: Int!) on FIELD_DEFINITION" + QUERY);

        assertThat(read.message())
                .isEqualTo(
                        "[products] the definition of @override has an argument \"from\" of type Int! instead of String!");
        assertThat(read.places()).containsExactly("2:21");
    }

    @ParameterizedTest
    @ValueSource(strings = {"type Policy { a: Int }", "enum link__Purpose { SECURITY }", "scalar link__Purpose"})
    void refusesTypesThatDiffer(String definition) {
        assertThat(ReadSubgraph.linking("v2.9", IMPORTS, definition + QUERY).codes())
                .contains(ErrorCode.TYPE_DEFINITION_INVALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "input connect__ConnectBatch { maxSize: Int! }",
                "input connect__HTTPHeaderMapping { name: String! from: String }"
            })
    void acceptsInputTypesThatFit(String definition) {
        assertThat(ReadSubgraph.of(CONNECTORS + definition + QUERY).codes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "input connect__ConnectBatch { size: Int }",
                "input connect__ConnectBatch { maxSize: String }",
                "input connect__ConnectBatch { maxSize: Int = 5 }",
                "input connect__HTTPHeaderMapping { from: String }",
                "scalar connect__ConnectHTTP"
            })
    void refusesInputTypesThatDiffer(String definition) {
        assertThat(ReadSubgraph.of(CONNECTORS + definition + QUERY).codes())
                .containsExactly(ErrorCode.TYPE_DEFINITION_INVALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "directive @key(fields: String) on OBJECT",
                "directive @key(fields: _FieldSet) on OBJECT scalar _FieldSet",
                "directive @key on OBJECT",
                "directive @key(fields: _FieldSet!) repeatable on OBJECT | INTERFACE scalar _FieldSet",
                "directive @key(fields: [String!]!) on OBJECT"
            })
    void acceptsWhatWasCommonInFederation1(String definition) {
        assertThat(ReadSubgraph.of(definition + QUERY).codes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "directive @key(fields: String!, version: Int) on OBJECT",
                "directive @external on OBJECT | INTERFACE",
                "directive @key(fields: FieldSet!) on OBJECT scalar FieldSet"
            })
    void refusesWhatWasNeverRightInFederation1(String definition) {
        assertThat(ReadSubgraph.of(definition + QUERY).codes()).containsExactly(ErrorCode.DIRECTIVE_DEFINITION_INVALID);
    }
}
