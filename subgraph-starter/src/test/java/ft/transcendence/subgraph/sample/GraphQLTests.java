package ft.transcendence.subgraph.sample;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.subgraph.testing.SubgraphTest;
import ft.transcendence.subgraph.testing.TestGraphQL;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SubgraphTest
class GraphQLTests {

    @LocalServerPort
    int port;

    @Test
    void returnsErrorsWithTheirCode() {
        JsonNode error = TestGraphQL.on(port).execute("{ refuse }").at("/errors/0");
        assertThat(error.at("/message").asString()).isEqualTo("Not twice.");
        assertThat(error.at("/extensions/code").asString()).isEqualTo("CONFLICT");
        assertThat(error.at("/path/0").asString()).isEqualTo("refuse");
    }

    @Test
    void masksFaults() {
        JsonNode response = TestGraphQL.on(port).execute("{ crash }");
        assertThat(response.at("/errors/0/extensions/code").asString()).isEqualTo("INTERNAL_SERVER_ERROR");
        assertThat(response.at("/errors/0/extensions/errorId").asString()).hasSize(36);
        assertThat(response.toString()).doesNotContain("SELECT", "IllegalState");
    }

    @Test
    void pagesThroughEveryRowOnce() {
        List<Integer> seen = new ArrayList<>();
        Map<String, Object> variables = new HashMap<>(Map.of("first", 20));
        boolean more = true;
        while (more) {
            JsonNode page = TestGraphQL.on(port)
                    .data(
                            "query($first: Int, $after: String) { numbers(first: $first, after: $after)"
                                    + " { nodes pageInfo { hasNextPage endCursor } } }",
                            variables)
                    .get("numbers");
            page.get("nodes").forEach(node -> seen.add(node.asInt()));
            more = page.at("/pageInfo/hasNextPage").asBoolean();
            variables.put("after", page.at("/pageInfo/endCursor").asString());
        }
        assertThat(seen).hasSize(45).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void rejectsPagesOutOfRangeAndUnknownCursors() {
        TestGraphQL graphql = TestGraphQL.on(port);
        assertThat(graphql.errorCode("{ numbers(first: 101) { nodes } }")).isEqualTo("BAD_USER_INPUT");
        assertThat(graphql.errorCode("{ numbers(first: -1) { nodes } }")).isEqualTo("BAD_USER_INPUT");
        assertThat(graphql.errorCode("{ numbers(after: \"bm9uc2Vuc2U\") { nodes } }"))
                .isEqualTo("BAD_USER_INPUT");
        assertThat(graphql.errorCode("{ numbers(after: \"%%\") { nodes } }")).isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void loadsEntitiesInOneBatchAndKeepsTheirOrder() {
        SampleSubgraph.Things.BATCHES.set(0);
        JsonNode entities = TestGraphQL.on(port)
                .data(
                        "query($representations: [_Any!]!) { _entities(representations: $representations)"
                                + " { ... on Thing { id name } } }",
                        Map.of("representations", List.of(thing("1"), thing("missing"), thing("2"), thing("1"))))
                .get("_entities");
        assertThat(entities.at("/0/name").asString()).isEqualTo("thing 1");
        assertThat(entities.get(1).isNull()).isTrue();
        assertThat(entities.at("/2/name").asString()).isEqualTo("thing 2");
        assertThat(entities.at("/3/name").asString()).isEqualTo("thing 1");
        assertThat(SampleSubgraph.Things.BATCHES).hasValue(1);
    }

    @Test
    void writesTimesInUtc() {
        TestGraphQL graphql = TestGraphQL.on(port);
        assertThat(graphql.data("{ echo(time: \"2026-03-01T12:30:00+02:00\") }")
                        .get("echo")
                        .asString())
                .isEqualTo("2026-03-01T10:30:00Z");
        assertThat(graphql.data(
                                "query($time: DateTime!) { echo(time: $time) }",
                                Map.of("time", "2026-03-01T12:30:00.000001Z"))
                        .get("echo")
                        .asString())
                .isEqualTo("2026-03-01T12:30:00.000001Z");
    }

    @Test
    void addsACodeToErrorsOfInvalidRequests() {
        TestGraphQL graphql = TestGraphQL.on(port);
        assertThat(graphql.errorCode("{ echo(time: \"yesterday\") }")).isEqualTo("BAD_USER_INPUT");
        assertThat(graphql.errorCode("{ echo(time: 12) }")).isEqualTo("BAD_USER_INPUT");
        assertThat(graphql.errorCode("query($time: DateTime!) { echo(time: $time) }", Map.of("time", "soon")))
                .isEqualTo("BAD_USER_INPUT");
        assertThat(graphql.errorCode("{ nothing }")).isEqualTo("BAD_USER_INPUT");
        assertThat(graphql.errorCode("{")).isEqualTo("BAD_USER_INPUT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{ nothing }", "{", "{ refuse }", "{ secretOfPlayers }", "{ numbers(first: -1) { nodes } }"})
    void returnsNoClassificationBesidesTheCode(String document) {
        assertThat(TestGraphQL.on(port)
                        .execute(document)
                        .at("/errors/0/extensions")
                        .propertyNames())
                .containsExactly("code");
    }

    @Test
    void hidesItsSchemaFromIntrospection() {
        assertThat(TestGraphQL.on(port)
                        .execute("{ __schema { types { name } } }")
                        .has("errors"))
                .isTrue();
    }

    private static Map<String, String> thing(String id) {
        return Map.of("__typename", "Thing", "id", id);
    }
}
