package ft.transcendence.federation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.engine.FederationEngine;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Executable directives reach the subgraphs as the client wrote them. */
final class ExecutableDirectiveTests {

    private static final String SUPERGRAPH = """
            schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION)
            { query: Query mutation: Mutation }
            enum join__Graph { A @join__graph(name: "a", url: "") B @join__graph(name: "b", url: "") }
            directive @format(as: Style! = ISO, options: Options) repeatable on FIELD
            directive @part(name: String) on INLINE_FRAGMENT | FRAGMENT_SPREAD
            directive @spread on FRAGMENT_SPREAD
            directive @definition on FRAGMENT_DEFINITION
            directive @trace(id: String) on QUERY | MUTATION
            directive @secret on VARIABLE_DEFINITION
            enum Style @join__type(graph: A) @join__type(graph: B) { ISO @join__enumValue(graph: A) @join__enumValue(graph: B) SHORT @join__enumValue(graph: A) @join__enumValue(graph: B) }
            input Options @join__type(graph: A) @join__type(graph: B) { width: Int names: [String!] }
            type Query @join__type(graph: A) @join__type(graph: B) { p: P @join__field(graph: A) all: [Named] @join__field(graph: A) }
            type Mutation @join__type(graph: A) { touch: P @join__field(graph: A) }
            interface Named @join__type(graph: A) { name: String }
            type Other implements Named @join__implements(graph: A, interface: "Named") @join__type(graph: A) { name: String }
            type P implements Named @join__implements(graph: A, interface: "Named") @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
              id: ID!
              name: String @join__field(graph: A)
              at(zone: Int): String @join__field(graph: A)
              friend: P @join__field(graph: A)
              until(zone: Int): String @join__field(graph: B)
            }
            """;

    private static final String ENTITY = "{\"data\":{\"_entities\":[{\"until\":\"u\"}]}}";

    private final ScriptedTransport subgraphs = new ScriptedTransport();

    private String run(String query, Map<String, @Nullable Object> variables) {
        return FederationEngine.builder()
                .subgraphErrors(SubgraphErrorPolicy.including())
                .supergraph(SUPERGRAPH)
                .transport(subgraphs)
                .build()
                .execute(GraphQLRequest.of(query, variables), RequestContext.anonymous())
                .join()
                .bodyAsString();
    }

    private List<String> requestsFor(String data, String query) {
        subgraphs.respond("a", "{\"data\":" + data + "}");
        assertThat(run(query, Map.of())).isEqualTo("{\"data\":" + data + "}");
        return subgraphs.requests();
    }

    @Test
    void forwardsLiteralsUnchangedInOrder() {
        assertThat(requestsFor(
                        "{\"p\":{\"at\":\"x\"}}",
                        "{ p { at @format(options: {width: 1, names: [\"a\"]}, as: SHORT) @format } }"))
                .containsExactly(
                        "a {\"query\":\"{p{at@format(options: {width: 1, names: [\\\"a\\\"]}, as: SHORT)@format}}\"}");
    }

    @Test
    void declaresAndSendsVariables() {
        subgraphs.respond("a", "{\"data\":{\"p\":{\"at\":\"x\"}}}");
        assertThat(run(
                        "query($f: Style!, $w: Int) { p { at @format(as: $f, options: {width: $w}) } }",
                        Map.of("f", "SHORT", "w", 2)))
                .isEqualTo("{\"data\":{\"p\":{\"at\":\"x\"}}}");
        assertThat(subgraphs.requests())
                .containsExactly("a {\"query\":\"query($f:Style!,$w:Int){p{at@format(as: $f, options: {width: $w})}}\","
                        + "\"variables\":{\"f\":\"SHORT\",\"w\":2}}");
    }

    @Test
    void literalsOfTheFieldItselfStillBecomeVariables() {
        subgraphs.respond("a", "{\"data\":{\"p\":{\"at\":\"x\"}}}");
        run("{ p { at(zone: 1) @format(options: {width: 1}) } }", Map.of());
        assertThat(subgraphs.requests())
                .containsExactly("a {\"query\":\"query($_0:Int!){p{at(zone: $_0)@format(options: {width: 1})}}\","
                        + "\"variables\":{\"_0\":1}}");
    }

    @Test
    void forwardsThemToEntityFetches() {
        subgraphs.respond("a", "{\"data\":{\"p\":{\"id\":\"1\"}}}").respond("b", ENTITY);
        assertThat(run("{ p { until @format } }", Map.of())).isEqualTo("{\"data\":{\"p\":{\"until\":\"u\"}}}");
        assertThat(subgraphs.requests().getLast()).contains("{...on P{until@format}}");
    }

    @Test
    void keysAreNeverReadFromAFieldWithADirective() {
        subgraphs
                .respond("a", "{\"data\":{\"p\":{\"id\":\"formatted\",\"_0_id\":\"1\"}}}")
                .respond("b", ENTITY);
        assertThat(run("{ p { id @format until } }", Map.of()))
                .isEqualTo("{\"data\":{\"p\":{\"id\":\"formatted\",\"until\":\"u\"}}}");
        assertThat(subgraphs.requests().getFirst()).isEqualTo("a {\"query\":\"{p{id@format _0_id:id}}\"}");
        assertThat(subgraphs.requests().getLast()).contains("\"id\":\"1\"");
    }

    @Test
    void fieldWithDifferentDirectivesIsFetchedForEach() {
        assertThat(requestsFor(
                        "{\"p\":{\"at\":\"x\",\"friend\":{\"name\":\"n\",\"at\":\"y\"}}}",
                        "{ p { at at @format at friend @format { name } friend { at } } }"))
                .containsExactly("a {\"query\":\"{p{at at@format friend@format{name at} friend{name at}}}\"}");
    }

    @Test
    void forwardsDirectivesForTheTypesOfTheirFragmentOnly() {
        assertThat(requestsFor(
                        "{\"all\":[{\"name\":\"n\"}]}".replace("{\"name\"", "{\"__typename\":\"P\",\"name\""),
                        "{ all { __typename name ... on P { name @format } } }"))
                .singleElement()
                .asString()
                .contains("...on P{name name@format}", "...on Other{name}");
    }

    @Test
    void directivesOfFragmentsStayOnFragments() {
        assertThat(requestsFor(
                        "{\"p\":{\"at\":\"x\",\"name\":\"n\"}}",
                        "{ p { ... @part(name: \"f\") { at @format } ...F @part } } fragment F on P { name }"))
                .containsExactly("a {\"query\":\"{p{...@part(name: \\\"f\\\"){at@format} ...@part{name}}}\"}");
    }

    @Test
    void refusesDirectivesThatCannotBeForwarded() {
        assertThat(run("{ p { ...F @spread } } fragment F on P { name }", Map.of()))
                .contains("@spread cannot be forwarded", "GRAPHQL_VALIDATION_FAILED");
        assertThat(run("{ p { ...F } } fragment F on P @definition { name }", Map.of()))
                .contains("@definition cannot be forwarded", "GRAPHQL_VALIDATION_FAILED");
        assertThat(subgraphs.requests()).isEmpty();
    }

    @Test
    void refusesALongDirectiveAroundManyFields() {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            fields.append(" a").append(i).append(": at");
        }
        String query = "{ p { ... @part(name: \"" + "x".repeat(1_000) + "\") {" + fields + " } } }";
        assertThat(run(query, Map.of())).contains("characters of directives", "OPERATION_LIMIT_EXCEEDED");
        assertThat(subgraphs.requests()).isEmpty();
    }

    @Test
    void forwardsOperationDirectivesToRequestsOfTheSameKind() {
        subgraphs.respond("a", "{\"data\":{\"p\":{\"id\":\"1\"}}}").respond("b", ENTITY);
        run("query @trace(id: \"q\") { p { until } }", Map.of());
        assertThat(subgraphs.requests().getFirst()).isEqualTo("a {\"query\":\"query@trace(id: \\\"q\\\"){p{id}}\"}");
        assertThat(subgraphs.requests().getLast())
                .contains("query($representations:[_Any!]!)@trace(id: \\\"q\\\"){_entities");
    }

    @Test
    void doesNotForwardDirectivesOfAMutationToQueries() {
        subgraphs.respond("a", "{\"data\":{\"touch\":{\"id\":\"1\"}}}").respond("b", ENTITY);
        run("mutation($i: String) @trace(id: $i) { touch { until } }", Map.of("i", "m"));
        assertThat(subgraphs.requests().getFirst())
                .isEqualTo(
                        "a {\"query\":\"mutation($i:String)@trace(id: $i){touch{id}}\",\"variables\":{\"i\":\"m\"}}");
        assertThat(subgraphs.requests().getLast()).doesNotContain("trace");
    }

    @Test
    void forwardsDirectivesOfVariables() {
        subgraphs.respond("a", "{\"data\":{\"p\":{\"at\":\"x\"}}}");
        run("query($z: Int = 1 @secret) { p { at(zone: $z) } }", Map.of());
        assertThat(subgraphs.requests().getFirst()).contains("query($z:Int = 0 @secret){p{at(zone: $z)}}");
    }

    @Test
    void operationsWithDifferentDirectivesHaveSeparatePlans() {
        FederationEngine engine = FederationEngine.builder()
                .supergraph(SUPERGRAPH)
                .transport(subgraphs)
                .build();
        for (String style : List.of("SHORT", "ISO")) {
            subgraphs.respond("a", "{\"data\":{\"p\":{\"at\":\"x\"}}}");
            engine.execute(GraphQLRequest.of("{ p { at @format(as: " + style + ") } }"), RequestContext.anonymous())
                    .join();
        }
        assertThat(subgraphs.requests())
                .containsExactly(
                        "a {\"query\":\"{p{at@format(as: SHORT)}}\"}", "a {\"query\":\"{p{at@format(as: ISO)}}\"}");
    }
}
