package ft.transcendence.federation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.engine.FederationEngine;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubgraphFailureTests {

    private static final String ME = "{\"data\":{\"me\":{\"id\":\"1\",\"name\":\"Ann\"}}}";
    private static final String QUERY = "{ me { name reviews { body } } }";
    private static final String WITHOUT_REVIEWS =
            "{\"data\":{\"me\":{\"name\":\"Ann\",\"reviews\":null}},\"errors\":[{";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "200 | {\"data\":{\"_entities\":[{\"reviews\":[{\"body\":\"half a bo",
                "200 | nothing like JSON",
                "200 | ''",
                "200 | []",
                "200 | {}",
                "200 | {\"data\":null}",
                "200 | {\"data\":[]}",
                "200 | {\"data\":{\"_entities\":{}}}",
                "200 | {\"data\":{\"_entities\":null}}",
                "200 | {\"data\":{}}",
                "200 | {\"data\":{\"_entities\":[]}}",
                "200 | {\"data\":{\"_entities\":[{\"reviews\":[{\"body\":\"a\"}]},{\"reviews\":[]}]}}",
                "200 | {\"data\":{\"_entities\":[7]}}",
                "200 | {\"data\":{\"_entities\":[{\"reviews\":[{\"body\":\"a\"}]}]}} trailing",
                "500 | {\"data\":{\"_entities\":[{\"reviews\":[{\"body\":\"a\"}]}]}}",
                "500 | Internal Server Error",
                "404 | ''",
                "301 | <html>",
            })
    void invalidResponseMakesDependentFieldsNullWithOneError(int status, String response) {
        ScriptedTransport subgraphs =
                new ScriptedTransport().respond("users", ME).respond("reviews", status, response);
        String code = status == 200 ? "SUBREQUEST_MALFORMED_RESPONSE" : "SUBREQUEST_HTTP_ERROR";
        assertThat(People.run(subgraphs, QUERY))
                .startsWith(WITHOUT_REVIEWS)
                .contains("\"service\":\"reviews\"", code, "\"path\":[\"me\"]")
                .doesNotContain("},{");
    }

    @Test
    void unavailableSubgraphMakesOnlyItsOwnFieldsNull() {
        ScriptedTransport subgraphs = new ScriptedTransport()
                .respond("users", ME)
                .respond("reviews", CompletableFuture.failedFuture(new ConnectException("10.0.0.7 refused")));
        assertThat(People.run(subgraphs, QUERY))
                .startsWith(WITHOUT_REVIEWS)
                .contains("The subgraph 'reviews' could not be reached", "SUBREQUEST_HTTP_ERROR")
                .doesNotContain("10.0.0.7");
    }

    @Test
    void timeoutIsReported() {
        ScriptedTransport subgraphs = new ScriptedTransport()
                .respond("users", ME)
                .respond("reviews", CompletableFuture.failedFuture(new TimeoutException()));
        assertThat(People.run(subgraphs, QUERY)).startsWith(WITHOUT_REVIEWS).contains("SUBREQUEST_TIMEOUT");
    }

    @Test
    void callThatIsNotMadeIsReportedWithTheTransportsCode() {
        ScriptedTransport subgraphs = new ScriptedTransport()
                .respond("users", ME)
                .respond(
                        "reviews",
                        CompletableFuture.failedFuture(new SubgraphRefusedException("MY_CODE", "Reviews rest")));
        assertThat(People.run(subgraphs, QUERY))
                .startsWith(WITHOUT_REVIEWS)
                .contains("\"message\":\"Reviews rest\"", "\"code\":\"MY_CODE\"", "\"service\":\"reviews\"");
    }

    @Test
    void deadlineCancelsRequestsInFlight() {
        CompletableFuture<SubgraphResponse> never = new CompletableFuture<>();
        ScriptedTransport subgraphs =
                new ScriptedTransport().respond("users", ME).respond("reviews", never);
        Instant now = Instant.parse("2020-01-01T00:00:00Z");
        FederationEngine engine = FederationEngine.builder()
                .supergraph(People.SUPERGRAPH)
                .transport(subgraphs)
                .clock(() -> now)
                .build();
        RequestContext context =
                RequestContext.builder().deadline(now.plusMillis(50)).build();
        assertThat(engine.execute(GraphQLRequest.of(QUERY), context).join().bodyAsString())
                .startsWith(WITHOUT_REVIEWS)
                .contains("SUBREQUEST_TIMEOUT");
        assertThat(never).isCancelled();
    }

    @Test
    void dependentFetchesOfAFailedFetchAreNeitherSentNorReported() {
        ScriptedTransport subgraphs = new ScriptedTransport()
                .respond("reviews", "{\"data\":{\"latest\":[{\"author\":{\"id\":\"1\"}}]}}")
                .respond("users", 500, "");
        assertThat(People.run(subgraphs, "{ latest { author { name age } } }"))
                .startsWith("{\"data\":{\"latest\":[{\"author\":null}]},\"errors\":[{")
                .contains("\"path\":[\"latest\"]")
                .doesNotContain("UNEXPECTED_NULL");
    }

    @Test
    void failedRootFetchIsOneError() {
        ScriptedTransport subgraphs = new ScriptedTransport().respond("users", 503, "");
        assertThat(People.run(subgraphs, QUERY))
                .isEqualTo(
                        "{\"data\":{\"me\":null},\"errors\":[{\"message\":\"The subgraph 'users' responded with HTTP status 503\","
                                + "\"path\":[\"me\"],\"extensions\":{\"code\":\"SUBREQUEST_HTTP_ERROR\",\"service\":\"users\"}}]}");
    }

    @Test
    void errorOfASubgraphHasTheClientsPath() {
        ScriptedTransport subgraphs = new ScriptedTransport()
                .respond(
                        "reviews",
                        "{\"data\":{\"latest\":[{\"writer\":null},{\"writer\":{\"id\":\"1\"}},{\"writer\":{\"id\":\"2\"}}]}}")
                .respond(
                        "users",
                        "{\"errors\":[{\"message\":\"no age\",\"path\":[\"_entities\",1,\"years\"],"
                                + "\"locations\":[{\"line\":1,\"column\":1}],\"extensions\":{\"code\":\"AGE_UNKNOWN\"}}],"
                                + "\"data\":{\"_entities\":[{\"years\":1},null]}}");
        assertThat(People.run(subgraphs, "{ latest { writer: author { years: age } } }"))
                .isEqualTo("{\"data\":{\"latest\":[{\"writer\":null},{\"writer\":{\"years\":1}},{\"writer\":null}]},"
                        + "\"errors\":[{\"message\":\"no age\",\"path\":[\"latest\",2,\"writer\",\"years\"],"
                        + "\"extensions\":{\"code\":\"AGE_UNKNOWN\",\"service\":\"users\"}}]}");
    }

    @Test
    void errorWithoutAPathExplainsAllNulls() {
        ScriptedTransport subgraphs = new ScriptedTransport()
                .respond("users", "{\"data\":{\"me\":null},\"errors\":[{\"message\":\"maintenance\"}]}");
        assertThat(People.run(subgraphs, "{ me { age } }"))
                .isEqualTo("{\"data\":{\"me\":null},\"errors\":[{\"message\":\"maintenance\","
                        + "\"extensions\":{\"code\":\"DOWNSTREAM_SERVICE_ERROR\",\"service\":\"users\"}}]}");
    }

    @Test
    void errorsOfAnUnsuccessfulResponseAreReturned() {
        ScriptedTransport subgraphs = new ScriptedTransport()
                .respond(
                        "users",
                        401,
                        "{\"errors\":[{\"message\":\"who?\",\"extensions\":{\"code\":\"UNAUTHENTICATED\"}}]}");
        assertThat(People.run(subgraphs, "{ me { age } }"))
                .isEqualTo("{\"data\":{\"me\":null},\"errors\":[{\"message\":\"who?\","
                        + "\"extensions\":{\"code\":\"UNAUTHENTICATED\",\"service\":\"users\"}}]}");
    }

    @Test
    void transportThatThrowsFailsTheFetch() {
        SubgraphTransport broken = request -> {
            throw new IllegalStateException("pool closed");
        };
        assertThat(People.run(broken, "{ me { age } }"))
                .startsWith("{\"data\":{\"me\":null},\"errors\":[{")
                .doesNotContain("pool closed");
    }

    @Test
    void errorOfAnEntityIsReportedForEachOfItsPositions() {
        ScriptedTransport subgraphs = new ScriptedTransport()
                .respond(
                        "reviews",
                        "{\"data\":{\"latest\":[{\"author\":{\"id\":\"1\"}},{\"author\":{\"id\":\"2\"}},{\"author\":{\"id\":\"1\"}}]}}")
                .respond(
                        "users",
                        "{\"errors\":[{\"message\":\"no name\",\"path\":[\"_entities\",0,\"name\"]}],"
                                + "\"data\":{\"_entities\":[{\"name\":null},{\"name\":\"Bob\"}]}}");
        assertThat(People.run(subgraphs, "{ latest { author { name } } }"))
                .contains("\"path\":[\"latest\",0,\"author\",\"name\"]", "\"path\":[\"latest\",2,\"author\",\"name\"]")
                .doesNotContain("[\"latest\",1");
    }

    @Test
    void errorThatMadeTheEntityNullExplainsAllItsFields() {
        ScriptedTransport subgraphs = new ScriptedTransport()
                .respond("reviews", "{\"data\":{\"latest\":[{\"author\":{\"id\":\"1\"}}]}}")
                .respond(
                        "users",
                        "{\"errors\":[{\"message\":\"no name\",\"path\":[\"_entities\",0,\"name\"]}],\"data\":{\"_entities\":[null]}}");
        assertThat(People.run(subgraphs, "{ latest { author { name age } } }"))
                .startsWith("{\"data\":{\"latest\":[{\"author\":null}]},\"errors\":[{\"message\":\"no name\"")
                .doesNotContain("UNEXPECTED_NULL");
    }

    @Test
    void codeThatIsNotAStringIsReplaced() {
        ScriptedTransport subgraphs = new ScriptedTransport()
                .respond("users", "{\"data\":null,\"errors\":[{\"message\":\"m\",\"extensions\":{\"code\":7}}]}");
        assertThat(People.run(subgraphs, "{ me { age } }")).contains("\"code\":\"DOWNSTREAM_SERVICE_ERROR\"");
    }

    @Test
    void invalidUtf8DoesNotReachTheClient() {
        byte[] latin1 = "{\"data\":{\"me\":{\"name\":\"Andr\u00e9\"}}}".getBytes(StandardCharsets.ISO_8859_1);
        ScriptedTransport subgraphs = new ScriptedTransport()
                .respond("users", CompletableFuture.completedFuture(new SubgraphResponse(200, latin1)));
        assertThat(People.run(subgraphs, "{ me { name } }"))
                .startsWith("{\"data\":{\"me\":null},\"errors\":[{")
                .contains("Not UTF-8", "SUBREQUEST_MALFORMED_RESPONSE");
    }

    @Test
    void transportThatThrowsAJavaErrorEndsTheExecution() {
        CompletableFuture<GraphQLResponse> response = People.engine(request -> {
                    throw new AssertionError("broken transport");
                })
                .execute(GraphQLRequest.of("{ me { name } }"), RequestContext.anonymous());
        assertThat(response).isCompletedExceptionally();
    }
}
