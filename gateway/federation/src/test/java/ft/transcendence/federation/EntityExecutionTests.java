package ft.transcendence.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class EntityExecutionTests {

    @Test
    void sendsEqualRepresentationsOnceAndFillsEachPosition() {
        ScriptedTransport subgraphs = new ScriptedTransport()
                .respond("reviews", """
                        {"data":{"latest":[{"author":{"id":"1","__typename":"User"}},{"author":null},
                          {"author":{"id":"2","__typename":"User"}},{"author":{"id":"1","__typename":"User"}}]}}""")
                .respond("users", "{\"data\":{\"_entities\":[{\"name\":\"Ann\"},{\"name\":\"Bob\"}]}}");

        String response = People.run(subgraphs, "{ latest { author { name } } }");

        assertThat(response)
                .isEqualTo("{\"data\":{\"latest\":[{\"author\":{\"name\":\"Ann\"}},{\"author\":null},"
                        + "{\"author\":{\"name\":\"Bob\"}},{\"author\":{\"name\":\"Ann\"}}]}}");
        assertThat(subgraphs.requests()).hasSize(2);
        assertThat(subgraphs.requests().get(1))
                .endsWith("\"variables\":{\"representations\":[{\"__typename\":\"User\",\"id\":\"1\"},"
                        + "{\"__typename\":\"User\",\"id\":\"2\"}]}}");
    }

    @Test
    void sendsEachOfThousandsOfRepresentationsOnce() {
        StringBuilder latest = new StringBuilder();
        StringBuilder entities = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            latest.append(i == 0 ? "" : ",")
                    .append("{\"author\":{\"id\":\"")
                    .append(i % 2_500)
                    .append("\"}}");
        }
        for (int i = 0; i < 2_500; i++) {
            entities.append(i == 0 ? "" : ",").append("{\"name\":\"n").append(i).append("\"}");
        }
        ScriptedTransport subgraphs = new ScriptedTransport()
                .respond("reviews", "{\"data\":{\"latest\":[" + latest + "]}}")
                .respond("users", "{\"data\":{\"_entities\":[" + entities + "]}}");

        String response = People.run(subgraphs, "{ latest { author { name } } }");

        assertThat(response).contains("\"n0\"", "\"n2499\"").doesNotContain("errors");
        assertThat(response.split("\"n17\"", -1)).hasSize(3);
    }

    @Test
    void fetchesNothingWithoutObjects() {
        ScriptedTransport subgraphs =
                new ScriptedTransport().respond("reviews", "{\"data\":{\"latest\":[{\"author\":null}]}}");
        assertThat(People.run(subgraphs, "{ latest { author { name } } }"))
                .isEqualTo("{\"data\":{\"latest\":[{\"author\":null}]}}");
        assertThat(subgraphs.requests()).hasSize(1);
    }

    @Test
    void fetchesFromIndependentSubgraphsInParallel() {
        CompletableFuture<SubgraphResponse> users = new CompletableFuture<>();
        CompletableFuture<SubgraphResponse> reviews = new CompletableFuture<>();
        ScriptedTransport subgraphs =
                new ScriptedTransport().respond("users", users).respond("reviews", reviews);

        CompletableFuture<GraphQLResponse> response = People.engine(subgraphs)
                .execute(GraphQLRequest.of("{ latest { body } me { name } }"), RequestContext.anonymous());

        assertThat(subgraphs.requests()).hasSize(2);
        users.complete(ScriptedTransport.response(200, "{\"data\":{\"me\":{\"name\":\"Ann\"}}}"));
        assertThat(response).isNotDone();
        reviews.complete(ScriptedTransport.response(200, "{\"data\":{\"latest\":[{\"body\":\"ok\"}]}}"));
        assertThat(response.join().bodyAsString())
                .isEqualTo("{\"data\":{\"latest\":[{\"body\":\"ok\"}],\"me\":{\"name\":\"Ann\"}}}");
    }

    @Test
    void executesMutationsSerially() {
        CompletableFuture<SubgraphResponse> first = new CompletableFuture<>();
        ScriptedTransport subgraphs = new ScriptedTransport()
                .respond("users", first)
                .respond("reviews", "{\"data\":{\"review\":{\"body\":\"b\"}}}");

        CompletableFuture<GraphQLResponse> response = People.engine(subgraphs)
                .execute(
                        GraphQLRequest.of(
                                "mutation { rename(id: 1, name: \"A\") { name } review(body: \"b\") { body } }"),
                        RequestContext.anonymous());

        assertThat(subgraphs.requests()).hasSize(1);
        first.complete(ScriptedTransport.response(200, "{\"data\":{\"rename\":{\"name\":\"A\"}}}"));
        assertThat(response.join().bodyAsString())
                .isEqualTo("{\"data\":{\"rename\":{\"name\":\"A\"},\"review\":{\"body\":\"b\"}}}");
    }

    @Test
    void cancellingTheResponseCancelsTheCall() {
        CompletableFuture<SubgraphResponse> call = new CompletableFuture<>();
        CompletableFuture<GraphQLResponse> response = People.engine(new ScriptedTransport().respond("users", call))
                .execute(GraphQLRequest.of("{ me { name } }"), RequestContext.anonymous());
        response.cancel(true);
        assertThat(call).isCancelled();
    }

    @Test
    void timeoutOfTheResponseCancelsTheCall() {
        CompletableFuture<SubgraphResponse> call = new CompletableFuture<>();
        CompletableFuture<GraphQLResponse> response = People.engine(new ScriptedTransport().respond("users", call))
                .execute(GraphQLRequest.of("{ me { name } }"), RequestContext.anonymous());
        response.completeExceptionally(new TimeoutException());
        assertThat(call).isCancelled();
    }

    @Test
    void handlesResponsesOnManyThreads() throws Exception {
        for (int round = 0; round < 300; round++) {
            CompletableFuture<SubgraphResponse> users = new CompletableFuture<>();
            CompletableFuture<SubgraphResponse> reviews = new CompletableFuture<>();
            ScriptedTransport subgraphs = new ScriptedTransport()
                    .respond("users", users)
                    .respond("reviews", reviews)
                    .respond("reviews", "{\"data\":{\"_entities\":[{\"reviews\":[{\"id\":\"7\"}]}]}}");
            CompletableFuture<GraphQLResponse> response = People.engine(subgraphs)
                    .execute(
                            GraphQLRequest.of("{ latest { body } me { name reviews { id } } }"),
                            RequestContext.anonymous());
            Thread one = Thread.ofVirtual()
                    .start(() -> users.complete(
                            ScriptedTransport.response(200, "{\"data\":{\"me\":{\"name\":\"Ann\",\"id\":\"1\"}}}")));
            Thread other = Thread.ofVirtual()
                    .start(() -> reviews.complete(
                            ScriptedTransport.response(200, "{\"data\":{\"latest\":[{\"body\":\"ok\"}]}}")));
            one.join();
            other.join();
            assertThat(response.join().bodyAsString())
                    .isEqualTo("{\"data\":{\"latest\":[{\"body\":\"ok\"}],"
                            + "\"me\":{\"name\":\"Ann\",\"reviews\":[{\"id\":\"7\"}]}}}");
        }
    }
}
