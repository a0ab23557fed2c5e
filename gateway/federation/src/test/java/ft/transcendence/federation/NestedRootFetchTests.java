package ft.transcendence.federation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.engine.FederationEngine;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Objects of the query type below the root, whose fields other subgraphs resolve. */
final class NestedRootFetchTests {

    private static final String SUPERGRAPH = """
            schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION)
            { query: Query mutation: Mutation }
            enum join__Graph { A @join__graph(name: "a", url: "") B @join__graph(name: "b", url: "") }
            type Query @join__type(graph: A) @join__type(graph: B) {
              a: Int @join__field(graph: A)
              viewer: User @join__field(graph: B)
              must: Int! @join__field(graph: B)
            }
            type Mutation @join__type(graph: A) { test: Payload @join__field(graph: A) }
            type Payload @join__type(graph: A) { query: Query queries: [Query] }
            type User @join__type(graph: B) { name: String friends: [User] }
            """;

    private static String run(ScriptedTransport subgraphs, String query) {
        return FederationEngine.builder()
                .subgraphErrors(SubgraphErrorPolicy.including())
                .supergraph(SUPERGRAPH)
                .transport(subgraphs)
                .build()
                .execute(GraphQLRequest.of(query), RequestContext.anonymous())
                .join()
                .bodyAsString();
    }

    private static ScriptedTransport afterMutation(String payload) {
        return new ScriptedTransport().respond("a", "{\"data\":{\"test\":" + payload + "}}");
    }

    @Test
    void theQueryIsAskedOnceTheMutationHasAnswered() {
        ScriptedTransport subgraphs =
                afterMutation("{\"query\":{\"a\":1}}").respond("b", "{\"data\":{\"v\":{\"name\":\"N\"}}}");
        assertThat(run(subgraphs, "mutation { test { query { a v: viewer { name } } } }"))
                .isEqualTo("{\"data\":{\"test\":{\"query\":{\"a\":1,\"v\":{\"name\":\"N\"}}}}}");
        assertThat(subgraphs.requests())
                .containsExactly("a {\"query\":\"mutation{test{query{a}}}\"}", "b {\"query\":\"{v:viewer{name}}\"}");
    }

    @Test
    void errorsBelowHaveTheClientsPath() {
        ScriptedTransport subgraphs = afterMutation("{\"qs\":[{\"__typename\":\"Query\"},null]}")
                .respond(
                        "b",
                        "{\"data\":{\"me\":{\"name\":null}},\"errors\":[{\"message\":\"m\",\"path\":[\"me\",\"name\"]}]}");
        assertThat(run(subgraphs, "mutation { test { qs: queries { me: viewer { name } } } }"))
                .startsWith(
                        "{\"data\":{\"test\":{\"qs\":[{\"me\":{\"name\":null}},null]}},\"errors\":[{\"message\":\"m\"")
                .contains("\"path\":[\"test\",\"qs\",0");
    }

    @Test
    void aFailedRequestLeavesOnlyItsFieldsNull() {
        ScriptedTransport subgraphs = afterMutation("{\"query\":{\"a\":1}}").respond("b", 500, "");
        assertThat(run(subgraphs, "mutation { test { query { a viewer { name } } } }"))
                .startsWith("{\"data\":{\"test\":{\"query\":{\"a\":1,\"viewer\":null}}},\"errors\":[{")
                .contains("\"path\":[\"test\",\"query\"]", "SUBREQUEST_HTTP_ERROR")
                .containsOnlyOnce("\"message\"");
    }

    @Test
    void anErrorWithoutPathAndWithoutDataIsReportedOnce() {
        ScriptedTransport subgraphs =
                afterMutation("{\"query\":{\"a\":1}}").respond("b", "{\"errors\":[{\"message\":\"down\"}]}");
        assertThat(run(subgraphs, "mutation { test { query { a must } } }"))
                .startsWith("{\"data\":{\"test\":{\"query\":null}},\"errors\":[{\"message\":\"down\"")
                .containsOnlyOnce("\"message\"");
    }

    @Test
    void nothingIsFetchedWithoutAQueryObject() {
        for (String payload : List.of("null", "{\"query\":null}")) {
            ScriptedTransport subgraphs = afterMutation(payload);
            assertThat(run(subgraphs, "mutation { test { query { viewer { name } } } }"))
                    .isEqualTo("{\"data\":{\"test\":" + payload + "}}");
            assertThat(subgraphs.requests()).hasSize(1);
        }
    }

    private static final String TWO_PLACES =
            "mutation { test { query { viewer { name } } queries { viewer { name } me: viewer { friends { name } } } } }";

    private static ScriptedTransport twoPlaces() {
        return afterMutation("{\"query\":{\"__typename\":\"Query\"},\"queries\":[{\"__typename\":\"Query\"}]}");
    }

    @Test
    void severalPositionsShareARequest() {
        ScriptedTransport subgraphs = twoPlaces()
                .respond("b", "{\"data\":{\"viewer\":{\"name\":\"N\"},\"me\":{\"friends\":[{\"name\":\"F\"}]}}}");
        assertThat(run(subgraphs, TWO_PLACES))
                .isEqualTo("{\"data\":{\"test\":{\"query\":{\"viewer\":{\"name\":\"N\"}},"
                        + "\"queries\":[{\"viewer\":{\"name\":\"N\"},\"me\":{\"friends\":[{\"name\":\"F\"}]}}]}}}");
        assertThat(subgraphs.requests().getLast())
                .isEqualTo("b {\"query\":\"{viewer{name} me:viewer{friends{name}}}\"}");
    }

    @Test
    void anErrorOfASharedFieldIsReportedForEachPositionThatSelectsIt() {
        ScriptedTransport subgraphs = twoPlaces()
                .respond(
                        "b",
                        "{\"data\":{\"viewer\":null,\"me\":null},\"errors\":[{\"message\":\"m\",\"path\":[\"viewer\"]},"
                                + "{\"message\":\"o\",\"path\":[\"me\"]}]}");
        assertThat(run(subgraphs, TWO_PLACES))
                .contains(
                        "\"path\":[\"test\",\"query\",\"viewer\"]",
                        "\"path\":[\"test\",\"queries\",0,\"viewer\"]",
                        "\"path\":[\"test\",\"queries\",0,\"me\"]")
                .containsOnlyOnce("\"o\"")
                .startsWith(
                        "{\"data\":{\"test\":{\"query\":{\"viewer\":null},\"queries\":[{\"viewer\":null,\"me\":null}]}}");
    }

    @Test
    void aSharedRequestThatFailsLeavesAllItsPositionsNull() {
        ScriptedTransport subgraphs = twoPlaces().respond("b", 500, "");
        assertThat(run(subgraphs, TWO_PLACES))
                .startsWith(
                        "{\"data\":{\"test\":{\"query\":{\"viewer\":null},\"queries\":[{\"viewer\":null,\"me\":null}]}}")
                .containsOnlyOnce("\"message\"");
    }

    @Test
    void aPositionWithoutObjectsDoesNotKeepAnotherFromAsking() {
        ScriptedTransport subgraphs = afterMutation("{\"query\":null,\"queries\":[{\"__typename\":\"Query\"}]}")
                .respond("b", "{\"data\":{\"viewer\":{\"name\":\"N\"},\"me\":null}}");
        assertThat(run(subgraphs, TWO_PLACES))
                .isEqualTo(
                        "{\"data\":{\"test\":{\"query\":null,\"queries\":[{\"viewer\":{\"name\":\"N\"},\"me\":null}]}}}");
    }
}
