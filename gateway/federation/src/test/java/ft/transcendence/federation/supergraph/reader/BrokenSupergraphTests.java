package ft.transcendence.federation.supergraph.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ft.transcendence.federation.SupergraphException;
import ft.transcendence.federation.SupergraphException.Code;
import ft.transcendence.federation.supergraph.Supergraph;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BrokenSupergraphTests {

    private static final String HEAD = """
            schema @link(url: "https://specs.apollo.dev/join/v0.3") { query: Query }
            enum join__Graph { A @join__graph(name: "a", url: "") }
            """;

    private static SupergraphException refusal(String sdl) {
        return catchThrowableOfType(SupergraphException.class, () -> SupergraphReader.read(sdl));
    }

    @Test
    void textThatIsNotASchema() {
        SupergraphException refusal = refusal("type Query {\n  a: \n}");
        assertThat(refusal.code()).isEqualTo(Code.SYNTAX);
        assertThat(refusal.line()).isEqualTo(3);
    }

    @Test
    void schemaThatWasNotComposed() {
        assertThat(refusal("type Query { a: Int }").code()).isEqualTo(Code.NOT_A_SUPERGRAPH);
    }

    @Test
    void unlistedSubgraph() {
        SupergraphException refusal =
                refusal(HEAD + "type Query @join__type(graph: A) {\n  a: Int @join__field(graph: B)\n}");
        assertThat(refusal.code()).isEqualTo(Code.INVALID_JOIN);
        assertThat(refusal).hasMessage("line 4: @join__field names the subgraph B, which join__Graph does not list");
    }

    @Test
    void keyThatIsNotASelection() {
        SupergraphException refusal = refusal(HEAD
                + "type Query @join__type(graph: A) { a: T }\ntype T @join__type(graph: A, key: \"id {\") { id: ID }");
        assertThat(refusal.code()).isEqualTo(Code.INVALID_JOIN);
        assertThat(refusal.line()).isEqualTo(4);
    }

    @Test
    void missingType() {
        SupergraphException refusal = refusal(HEAD + "type Query @join__type(graph: A) { a: Gone }");
        assertThat(refusal.code()).isEqualTo(Code.INVALID_SCHEMA);
        assertThat(refusal).hasMessageContaining("Gone");
    }

    @Test
    void missingRootType() {
        assertThat(refusal(HEAD + "type Root @join__type(graph: A) { a: Int }").code())
                .isEqualTo(Code.INVALID_SCHEMA);
    }

    private static void refuses(String sdl, Code code, int line, String reason) {
        SupergraphException refusal = refusal(sdl);
        assertThat(refusal).hasMessageStartingWith("line " + line + ": ").hasMessageContaining(reason);
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.line()).isEqualTo(line);
    }

    @Test
    void unknownSpecificationForExecutionOrSecurity() {
        for (String url : List.of(
                "https://specs.apollo.dev/connect/v0.1",
                "https://specs.apollo.dev/authenticated/v0.9",
                "https://specs.apollo.dev/policy/v1.0",
                "https://example.com/authenticated/v0.1")) {
            for (String purpose : List.of("EXECUTION", "SECURITY")) {
                refuses(
                        "schema @link(url: \"https://specs.apollo.dev/join/v0.3\")\n  @link(url: \"" + url + "\", for: "
                                + purpose + ") { query: Query }",
                        Code.UNSUPPORTED_FEATURE,
                        2,
                        url + " for " + purpose);
            }
        }
    }

    @Test
    void unknownCoreFeatureOfFederation1() {
        refuses(
                "schema @core(feature: \"https://specs.apollo.dev/core/v0.2\")\n"
                        + "@core(feature: \"https://specs.apollo.dev/join/v0.1\", for: EXECUTION)\n"
                        + "@core(feature: \"https://example.com/shield/v1.0\", for: SECURITY) { query: Query }",
                Code.UNSUPPORTED_FEATURE,
                3,
                "https://example.com/shield/v1.0 for SECURITY");
    }

    @Test
    void joinSpecificationThatIsTooNew() {
        refuses(
                HEAD.replace("v0.3", "v0.6") + "type Query @join__type(graph: A) { a: Int }",
                Code.UNSUPPORTED_FEATURE,
                1,
                "join/v0.6");
    }

    @Test
    void ignoresSpecificationsWithoutPurpose() {
        Supergraph supergraph = SupergraphReader.read(HEAD.replace(
                        "{ query",
                        "@link(url: \"https://example.com/authenticated/v7.0\", import: [\"@tag\"]) @link(url: \"https://specs.apollo.dev/new/v1.0\") { query")
                + "type Query @join__type(graph: A) { a: Int @authenticated @tag(name: \"x\") @new__thing }");
        assertThat(supergraph
                        .type("Query")
                        .orElseThrow()
                        .field("a")
                        .orElseThrow()
                        .directives())
                .isEmpty();
    }

    @Test
    void subgraphWithoutItsDirective() {
        refuses(
                HEAD.replace("A @join__graph(name: \"a\", url: \"\")", "A"),
                Code.INVALID_JOIN,
                2,
                "A has no @join__graph");
    }

    @Test
    void twoSubgraphsWithOneName() {
        refuses(
                HEAD.replace("url: \"\") }", "url: \"\")\n B @join__graph(name: \"a\", url: \"\") }"),
                Code.INVALID_JOIN,
                3,
                "two subgraphs have the name a");
    }

    @Test
    void missingListOfSubgraphs() {
        refuses(
                "schema @link(url: \"https://specs.apollo.dev/join/v0.3\") { query: Query }\ntype Query { a: Int }",
                Code.NOT_A_SUPERGRAPH,
                1,
                "join__Graph");
    }

    @Test
    void keyWithAnUnknownField() {
        refuses(
                HEAD
                        + "type Query @join__type(graph: A) { a: T }\ntype T\n @join__type(graph: A, key: \"id { x }\") { id: ID }",
                Code.INVALID_JOIN,
                5,
                "\"id { x }\": there is no field ID.x");
    }

    @Test
    void requirementOfAnUnknownField() {
        refuses(
                HEAD + "type Query @join__type(graph: A) { a: Int\n b: Int @join__field(graph: A, requires: \"c\") }",
                Code.INVALID_JOIN,
                4,
                "there is no field Query.c");
    }

    @Test
    void provisionOnAnUnknownType() {
        refuses(
                HEAD
                        + "type Query @join__type(graph: A) { a: Query\n @join__field(graph: A, provides: \"... on X { a }\") }",
                Code.INVALID_JOIN,
                4,
                "there is no type X");
    }

    @Test
    void joinWithAMalformedType() {
        refuses(
                HEAD + "type Query @join__type(graph: A) { a: Int @join__field(graph: A, type: \"[Int\") }",
                Code.INVALID_JOIN,
                3,
                "not a type: \"[Int\"");
    }

    @Test
    void unknownInterfaceOrMember() {
        refuses(
                HEAD + "type Query @join__type(graph: A)\n @join__implements(graph: A, interface: \"Gone\") { a: Int }",
                Code.INVALID_JOIN,
                4,
                "Gone");
        refuses(
                HEAD
                        + "type Query @join__type(graph: A) { a: U }\nunion U @join__type(graph: A) @join__unionMember(graph: A, member: \"Lost\") = Query",
                Code.INVALID_JOIN,
                4,
                "Lost");
    }

    @Test
    void contextArgumentWithoutASelection() {
        refuses(
                HEAD
                        + "type Query @join__type(graph: A) { a: Int @join__field(graph: A, contextArguments: [{context: \"c\", name: \"x\", type: \"Int\"}]) }",
                Code.INVALID_JOIN,
                3,
                "a context argument has no selection");
    }

    @Test
    void reportsAnUnknownTypeAtTheTypeThatUsesIt() {
        SupergraphException refusal = refusal(HEAD + "type Query @join__type(graph: A) {\n  a: Gone\n}");
        assertThat(refusal.line()).isEqualTo(3);
    }

    @Test
    void schemaWithoutQueries() {
        refuses(
                HEAD.replace("query: Query", "mutation: Query") + "type Query @join__type(graph: A) { a: Int }",
                Code.INVALID_SCHEMA,
                1,
                "no root type for queries");
    }
}
