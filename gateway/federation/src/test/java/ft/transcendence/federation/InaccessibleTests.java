package ft.transcendence.federation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.engine.FederationEngine;
import graphql.introspection.IntrospectionQuery;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code @inaccessible} elements of every kind do not exist for clients, but plans may use them. */
final class InaccessibleTests {

    /** Every inaccessible name begins with "hidden" or "Hidden", or is HIDDEN. */
    private static final String SUPERGRAPH = """
            schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION)
              @link(url: "https://specs.apollo.dev/inaccessible/v0.2", for: SECURITY) @link(url: "https://specs.apollo.dev/tag/v0.3")
              @link(url: "https://specs.apollo.dev/cost/v0.1") @link(url: "https://specs.apollo.dev/authenticated/v0.1", for: SECURITY)
            { query: Query mutation: HiddenMutation }
            directive @shown(level: Int @deprecated(reason: "no levels")) on FIELD
            directive @cost(weight: Int!) on FIELD_DEFINITION
            directive @inaccessible on FIELD_DEFINITION | OBJECT
            enum join__Graph { A @join__graph(name: "a", url: "") B @join__graph(name: "b", url: "") }
            type HiddenMutation @join__type(graph: A) @inaccessible { hiddenDo: Int }
            type Query @join__type(graph: A) @join__type(graph: B) {
              user(hiddenArgument: Int = 1 @inaccessible, role: Role = PLAYER @deprecated(reason: "unused"), filter: Filter): User @join__field(graph: A) @tag(name: "t")
              hiddenField: Int @join__field(graph: A) @inaccessible
              hiddenOutput: HiddenType @join__field(graph: A) @inaccessible
              all: [Both] @join__field(graph: A) @cost(weight: 3)
              named: Named @join__field(graph: A) @authenticated
              one(input: OneInput): Url @join__field(graph: A)
            }
            interface Named implements HiddenInterface @join__type(graph: A) { name: String hiddenNamed(x: Int): Int @inaccessible }
            interface HiddenInterface @join__type(graph: A) @inaccessible { name: String }
            type User implements Named & HiddenInterface @join__type(graph: A, key: "hiddenKey") @join__type(graph: B, key: "hiddenKey")
              @join__implements(graph: A, interface: "Named") @join__implements(graph: A, interface: "HiddenInterface")
            {
              hiddenKey: ID! @inaccessible
              name: String @join__field(graph: A) @deprecated(reason: "see score")
              hiddenNamed(x: Int): Int @join__field(graph: A) @inaccessible
              role: Role @join__field(graph: A)
              score: Int @join__field(graph: B)
            }
            type Shown @join__type(graph: A) { text: String }
            type HiddenType @join__type(graph: A) @inaccessible { text: String }
            union Both @join__type(graph: A) @join__unionMember(graph: A, member: "Shown") @join__unionMember(graph: A, member: "HiddenType") = Shown | HiddenType
            union HiddenUnion @join__type(graph: A) @join__unionMember(graph: A, member: "Shown") @inaccessible = Shown
            enum Role @join__type(graph: A) { PLAYER GUEST @deprecated(reason: "log in") HIDDEN @inaccessible }
            enum HiddenEnum @join__type(graph: A) @inaccessible { X }
            input Filter @join__type(graph: A) { role: Role old: Int @deprecated(reason: "x") hiddenInput: HiddenInput @inaccessible }
            input HiddenInput @join__type(graph: A) @inaccessible { x: Int }
            input OneInput @oneOf @join__type(graph: A) { a: Int b: Int }
            scalar Url @specifiedBy(url: "https://url.example") @join__type(graph: A)
            scalar HiddenScalar @join__type(graph: A) @inaccessible
            """;

    private static String run(ScriptedTransport subgraphs, String query, Map<String, Object> variables) {
        return engine(subgraphs)
                .execute(GraphQLRequest.of(query, Map.copyOf(variables)), RequestContext.anonymous())
                .join()
                .bodyAsString();
    }

    private static FederationEngine engine(ScriptedTransport subgraphs) {
        return FederationEngine.builder()
                .supergraph(SUPERGRAPH)
                .transport(subgraphs)
                .build();
    }

    @Test
    void introspectionHidesThem() {
        assertThat(run(new ScriptedTransport(), IntrospectionQuery.INTROSPECTION_QUERY, Map.of()))
                .doesNotContain("\"hidden", "\"Hidden", "\"HIDDEN", "join__", "\"errors\"")
                .contains("\"mutationType\":null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ hiddenField }",
                "{ hiddenOutput { text } }",
                "{ user(hiddenArgument: 2) { name } }",
                "{ user(role: HIDDEN) { name } }",
                "{ user(filter: {hiddenInput: {x: 1}}) { name } }",
                "{ user { hiddenKey } }",
                "{ named { hiddenNamed } }",
                "{ named { ... on HiddenInterface { name } } }",
                "{ all { ... on HiddenType { text } } }",
                "query($x: HiddenInput) { user { name } }",
                "query($x: HiddenScalar) { user { name } }",
                "mutation { hiddenDo }"
            })
    void refusesRequestsThatNameThemBeforeAnyFetch(String query) {
        ScriptedTransport subgraphs = new ScriptedTransport();
        assertThat(run(subgraphs, query, Map.of())).contains("\"errors\":").doesNotContain("\"data\":{");
        assertThat(subgraphs.requests()).isEmpty();
    }

    @Test
    void refusesThemInVariables() {
        ScriptedTransport subgraphs = new ScriptedTransport();
        assertThat(run(subgraphs, "query($r: Role) { user(role: $r) { name } }", Map.of("r", "HIDDEN")))
                .contains("BAD_USER_INPUT");
        assertThat(run(
                        subgraphs,
                        "query($f: Filter) { user(filter: $f) { name } }",
                        Map.of("f", Map.of("hiddenInput", Map.of("x", 1)))))
                .contains("BAD_USER_INPUT");
        assertThat(subgraphs.requests()).isEmpty();
    }

    @Test
    void entityMovesCanUseHiddenKeys() {
        ScriptedTransport subgraphs = new ScriptedTransport()
                .respond("a", "{\"data\":{\"user\":{\"hiddenKey\":\"7\"}}}")
                .respond("b", "{\"data\":{\"_entities\":[{\"score\":3}]}}");
        assertThat(run(subgraphs, "{ user { score } }", Map.of())).isEqualTo("{\"data\":{\"user\":{\"score\":3}}}");
    }

    @Test
    void hiddenValueOrTypeInAResponseIsNull() {
        assertThat(run(
                        new ScriptedTransport().respond("a", "{\"data\":{\"user\":{\"role\":\"HIDDEN\"}}}"),
                        "{ user { role } }",
                        Map.of()))
                .isEqualTo("{\"data\":{\"user\":{\"role\":null}}}");
        assertThat(run(
                        new ScriptedTransport()
                                .respond(
                                        "a",
                                        "{\"data\":{\"all\":[{\"__typename\":\"HiddenType\"},{\"__typename\":\"Shown\"}]}}"),
                        "{ all { __typename } }",
                        Map.of()))
                .startsWith("{\"data\":{\"all\":[null,{\"__typename\":\"Shown\"}]}")
                .doesNotContain("HiddenType");
    }

    @Test
    void keepsAccessibleElements() {
        String schema = engine(new ScriptedTransport()).consumerSchema();
        assertThat(schema)
                .contains(
                        "name: String @deprecated(reason : \"see score\")",
                        "GUEST @deprecated(reason : \"log in\")",
                        "role: Role = PLAYER @deprecated(reason : \"unused\")",
                        "old: Int @deprecated(reason : \"x\")",
                        "scalar Url @specifiedBy(url : \"https://url.example\")",
                        "input OneInput @oneOf",
                        "union Both = Shown",
                        "interface Named {")
                .doesNotContain("@tag", "@cost", "@authenticated", "@inaccessible", "idden");
        assertThat(introspect("{ __schema { directives { name } } }"))
                .contains("{\"name\":\"shown\"}")
                .doesNotContain("\"cost\"", "\"inaccessible\"");
        assertThat(introspect("{ __type(name: \"OneInput\") { isOneOf } }")).contains("{\"isOneOf\":true}");
        assertThat(introspect("{ __type(name: \"Url\") { specifiedByURL } }"))
                .contains("\"specifiedByURL\":\"https://url.example\"");
    }

    private static String introspect(String query) {
        return run(new ScriptedTransport(), query, Map.of());
    }
}
