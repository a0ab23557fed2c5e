package ft.transcendence.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Objects of the query type below the root, whose fields other subgraphs resolve. */
final class NestedRootFetchTests {

    private static final ScriptedEngine ENGINE = new ScriptedEngine("""
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
            """);

    private static ScriptedTransport afterMutation(String payload) {
        return new ScriptedTransport().respond("a", "{\"data\":{\"test\":" + payload + "}}");
    }

    @Test
    void fetchesTheQueryAfterTheMutation() {
        ScriptedTransport subgraphs =
                afterMutation("{\"query\":{\"a\":1}}").respond("b", "{\"data\":{\"v\":{\"name\":\"N\"}}}");
        assertThat(ENGINE.execute(subgraphs, "mutation { test { query { a v: viewer { name } } } }"))
                .isEqualTo("{\"data\":{\"test\":{\"query\":{\"a\":1,\"v\":{\"name\":\"N\"}}}}}");
        assertThat(subgraphs.requests())
                .containsExactly("a {\"query\":\"mutation{test{query{a}}}\"}", "b {\"query\":\"{v:viewer{name}}\"}");
    }

    @Test
    void errorsHaveTheClientsPath() {
        ScriptedTransport subgraphs = afterMutation("{\"qs\":[{\"__typename\":\"Query\"},null]}")
                .respond(
                        "b",
                        "{\"data\":{\"me\":{\"name\":null}},\"errors\":[{\"message\":\"m\",\"path\":[\"me\",\"name\"]}]}");
        assertThat(ENGINE.execute(subgraphs, "mutation { test { qs: queries { me: viewer { name } } } }"))
                .startsWith(
                        "{\"data\":{\"test\":{\"qs\":[{\"me\":{\"name\":null}},null]}},\"errors\":[{\"message\":\"m\"")
                .contains("\"path\":[\"test\",\"qs\",0");
    }

    @Test
    void failedRequestMakesOnlyItsOwnFieldsNull() {
        ScriptedTransport subgraphs = afterMutation("{\"query\":{\"a\":1}}").respond("b", 500, "");
        assertThat(ENGINE.execute(subgraphs, "mutation { test { query { a viewer { name } } } }"))
                .startsWith("{\"data\":{\"test\":{\"query\":{\"a\":1,\"viewer\":null}}},\"errors\":[{")
                .contains("\"path\":[\"test\",\"query\"]", "SUBREQUEST_HTTP_ERROR")
                .containsOnlyOnce("\"message\"");
    }

    @Test
    void reportsAnErrorWithoutPathAndDataOnce() {
        ScriptedTransport subgraphs =
                afterMutation("{\"query\":{\"a\":1}}").respond("b", "{\"errors\":[{\"message\":\"down\"}]}");
        assertThat(ENGINE.execute(subgraphs, "mutation { test { query { a must } } }"))
                .startsWith("{\"data\":{\"test\":{\"query\":null}},\"errors\":[{\"message\":\"down\"")
                .containsOnlyOnce("\"message\"");
    }

    @Test
    void fetchesNothingWithoutAQueryObject() {
        for (String payload : List.of("null", "{\"query\":null}")) {
            ScriptedTransport subgraphs = afterMutation(payload);
            assertThat(ENGINE.execute(subgraphs, "mutation { test { query { viewer { name } } } }"))
                    .isEqualTo("{\"data\":{\"test\":" + payload + "}}");
            assertThat(subgraphs.requests()).hasSize(1);
        }
    }

    private static final String TWO_POSITIONS =
            "mutation { test { query { viewer { name } } queries { viewer { name } me: viewer { friends { name } } } } }";

    private static ScriptedTransport twoPositions() {
        return afterMutation("{\"query\":{\"__typename\":\"Query\"},\"queries\":[{\"__typename\":\"Query\"}]}");
    }

    @Test
    void severalPositionsShareARequest() {
        ScriptedTransport subgraphs = twoPositions()
                .respond("b", "{\"data\":{\"viewer\":{\"name\":\"N\"},\"me\":{\"friends\":[{\"name\":\"F\"}]}}}");
        assertThat(ENGINE.execute(subgraphs, TWO_POSITIONS))
                .isEqualTo("{\"data\":{\"test\":{\"query\":{\"viewer\":{\"name\":\"N\"}},"
                        + "\"queries\":[{\"viewer\":{\"name\":\"N\"},\"me\":{\"friends\":[{\"name\":\"F\"}]}}]}}}");
        assertThat(subgraphs.requests().getLast())
                .isEqualTo("b {\"query\":\"{viewer{name} me:viewer{friends{name}}}\"}");
    }

    @Test
    void reportsAnErrorOfASharedFieldForEachPositionThatSelectsIt() {
        ScriptedTransport subgraphs = twoPositions()
                .respond(
                        "b",
                        "{\"data\":{\"viewer\":null,\"me\":null},\"errors\":[{\"message\":\"m\",\"path\":[\"viewer\"]},"
                                + "{\"message\":\"o\",\"path\":[\"me\"]}]}");
        assertThat(ENGINE.execute(subgraphs, TWO_POSITIONS))
                .contains(
                        "\"path\":[\"test\",\"query\",\"viewer\"]",
                        "\"path\":[\"test\",\"queries\",0,\"viewer\"]",
                        "\"path\":[\"test\",\"queries\",0,\"me\"]")
                .containsOnlyOnce("\"o\"")
                .startsWith(
                        "{\"data\":{\"test\":{\"query\":{\"viewer\":null},\"queries\":[{\"viewer\":null,\"me\":null}]}}");
    }

    @Test
    void failedSharedRequestMakesAllItsPositionsNull() {
        ScriptedTransport subgraphs = twoPositions().respond("b", 500, "");
        assertThat(ENGINE.execute(subgraphs, TWO_POSITIONS))
                .startsWith(
                        "{\"data\":{\"test\":{\"query\":{\"viewer\":null},\"queries\":[{\"viewer\":null,\"me\":null}]}}")
                .containsOnlyOnce("\"message\"");
    }

    @Test
    void positionWithoutObjectsDoesNotPreventTheFetchOfAnother() {
        ScriptedTransport subgraphs = afterMutation("{\"query\":null,\"queries\":[{\"__typename\":\"Query\"}]}")
                .respond("b", "{\"data\":{\"viewer\":{\"name\":\"N\"},\"me\":null}}");
        assertThat(ENGINE.execute(subgraphs, TWO_POSITIONS))
                .isEqualTo(
                        "{\"data\":{\"test\":{\"query\":null,\"queries\":[{\"viewer\":{\"name\":\"N\"},\"me\":null}]}}}");
    }
}
