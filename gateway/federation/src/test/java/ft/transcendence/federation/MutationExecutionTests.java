package ft.transcendence.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Mutations whose objects are completed with data of another subgraph. */
final class MutationExecutionTests {

    private static final String RENAMED = "{\"data\":{\"rename\":{\"name\":\"Bo\",\"id\":\"1\"}}}";
    private static final String REVIEWED = "{\"data\":{\"review\":{\"body\":\"b\",\"author\":{\"id\":\"2\"}}}}";
    private static final String REVIEWS = "{\"data\":{\"_entities\":[{\"reviews\":[{\"body\":\"r\"}]}]}}";
    private static final String AUTHOR = "{\"data\":{\"_entities\":[{\"name\":\"Cy\"}]}}";

    private static final String BOTH = """
            mutation {
              rename(id: 1, name: "Bo") { name reviews { body } }
              review(body: "b") { body author { name } }
            }
            """;

    @Test
    void sendsAMutationAfterTheResponseToThePreviousOne() {
        CompletableFuture<SubgraphResponse> first = new CompletableFuture<>();
        ScriptedTransport subgraphs =
                new ScriptedTransport().respond("users", first).respond("users", AUTHOR);
        subgraphs.respond("reviews", REVIEWS).respond("reviews", REVIEWED);
        CompletableFuture<GraphQLResponse> response =
                People.engine(subgraphs).execute(GraphQLRequest.of(BOTH), RequestContext.anonymous());
        assertThat(subgraphs.requests())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("users {\"query\":\"mutation($_0:ID!,$_1:String!){rename(id: $_0,name: $_1)");
        first.complete(ScriptedTransport.response(200, RENAMED));
        assertThat(response.join().bodyAsString())
                .isEqualTo("{\"data\":{\"rename\":{\"name\":\"Bo\",\"reviews\":[{\"body\":\"r\"}]},"
                        + "\"review\":{\"body\":\"b\",\"author\":{\"name\":\"Cy\"}}}}");
        assertThat(subgraphs.requests())
                .filteredOn(request -> request.contains("mutation"))
                .hasSize(2);
    }

    @Test
    void incompleteMutationDoesNotPreventTheNext() {
        ScriptedTransport subgraphs =
                new ScriptedTransport().respond("users", RENAMED).respond("users", AUTHOR);
        subgraphs.respond("reviews", 500, "").respond("reviews", REVIEWED);
        assertThat(People.run(subgraphs, BOTH))
                .startsWith("{\"data\":{\"rename\":{\"name\":\"Bo\",\"reviews\":null},"
                        + "\"review\":{\"body\":\"b\",\"author\":{\"name\":\"Cy\"}}},\"errors\":[{")
                .containsOnlyOnce("\"message\"")
                .contains("\"path\":[\"rename\"");
    }

    @Test
    void failedMutationDoesNotPreventTheNext() {
        ScriptedTransport subgraphs = new ScriptedTransport()
                .respond(
                        "users",
                        "{\"data\":{\"rename\":null},\"errors\":[{\"message\":\"taken\",\"path\":[\"rename\"]}]}")
                .respond("users", AUTHOR)
                .respond("reviews", REVIEWED);
        assertThat(People.run(subgraphs, BOTH))
                .startsWith("{\"data\":{\"rename\":null,\"review\":{\"body\":\"b\",\"author\":{\"name\":\"Cy\"}}},"
                        + "\"errors\":[{\"message\":\"taken\",\"path\":[\"rename\"]")
                .containsOnlyOnce("\"message\"");
        assertThat(subgraphs.requests()).hasSize(3);
    }

    @Test
    void consecutiveMutationsOfOneSubgraphShareARequest() {
        ScriptedTransport subgraphs =
                new ScriptedTransport().respond("users", "{\"data\":{\"a\":{\"name\":\"A\"},\"b\":{\"name\":\"B\"}}}");
        assertThat(People.run(
                        subgraphs,
                        "mutation { a: rename(id: 1, name: \"A\") { name } b: rename(id: 1, name: \"B\") { name } }"))
                .isEqualTo("{\"data\":{\"a\":{\"name\":\"A\"},\"b\":{\"name\":\"B\"}}}");
        assertThat(subgraphs.requests()).hasSize(1);
    }
}
