package ft.transcendence.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.gateway.subgraph.FakeSubgraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import reactor.core.publisher.Flux;

/** What clients see of a subgraph's errors, on every transport. */
@ExtendWith(OutputCaptureExtension.class)
class RedactedErrorTests extends GatewayTests {
    private static final String ERROR = """
            {"message":"SELECT * FROM secret at 10.0.0.7","path":["%s"],"extensions":{"code":"SECRET_CODE","secret":1,"stack":"at secret"}}""";
    private static final String REDACTED = """
            {"message":"The subgraph 'players' reported an error","path":["%s"],"extensions":{"code":"DOWNSTREAM_SERVICE_ERROR","service":"players"}}""";
    private static final String SUBSCRIPTION = "subscription { renamed { name } }";

    private static String errorOf(String field) {
        return "{\"data\":{\"" + field + "\":null},\"errors\":[" + ERROR.formatted(field) + "]}";
    }

    private static String assertRedactedAt(String field) {
        return "{\"data\":{\"" + field + "\":null},\"errors\":[" + REDACTED.formatted(field) + "]}";
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 500, 503})
    void errorsOfQueriesAreRedacted(int status) {
        SUBGRAPH.respondWith((call, response) -> FakeSubgraph.json(response, status, errorOf("player")));

        assertThat(query("{ player(id: 1) { name } }").body()).isEqualTo(assertRedactedAt("player"));
    }

    @Test
    void errorsOfMutationsAreRedacted() {
        SUBGRAPH.respondWith(call -> errorOf("rename"));

        assertThat(query("mutation { rename(id: 1, name: \"A\") { name } }").body())
                .isEqualTo(assertRedactedAt("rename"));
    }

    @Test
    void errorsOfEventsAreRedacted() {
        SUBGRAPH.respondWith((call, response) -> FakeSubgraph.events(
                response,
                Flux.just("event: next\ndata: " + errorOf("renamed") + "\n\n", "event: complete\ndata:\n\n")));

        assertThat(query(SUBSCRIPTION, "accept", "text/event-stream").body())
                .contains(assertRedactedAt("renamed"))
                .doesNotContainIgnoringCase("secret");
    }

    @Test
    void errorsOfStreamsThatCannotBeOpenedAreRedacted() {
        SUBGRAPH.respondWith((call, response) -> FakeSubgraph.json(response, 500, errorOf("renamed")));

        assertThat(query(SUBSCRIPTION, "accept", "text/event-stream").body())
                .contains(assertRedactedAt("renamed"))
                .doesNotContainIgnoringCase("secret");
    }

    @Test
    void errorsOnWebSocketsAreRedacted() throws Exception {
        SUBGRAPH.respondWith((call, response) -> FakeSubgraph.events(
                response,
                Flux.just("event: next\ndata: " + errorOf("renamed") + "\n\n", "event: complete\ndata:\n\n")));
        try (GraphQLWebSocket client = GraphQLWebSocket.initialised(port)) {
            client.send("{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":{\"query\":\"" + SUBSCRIPTION + "\"}}");

            assertThat(client.next()).contains(assertRedactedAt("renamed"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<html>nginx at 10.0.0.7, secret</html>", "secret", "{\"error\":\"secret\"}", "[\"secret\"]"})
    void malformedResponsesAreNotRevealed(String body) {
        SUBGRAPH.respondWith((call, response) -> FakeSubgraph.json(response, 502, body));
        assertThat(query("{ player(id: 1) { name } }").body())
                .contains("SUBREQUEST_HTTP_ERROR")
                .doesNotContain("secret", "nginx", "127.0.0.1");

        SUBGRAPH.respondWith(call -> body);
        assertThat(query("{ player(id: 1) { name } }").body())
                .contains("SUBREQUEST_MALFORMED_RESPONSE")
                .doesNotContain("secret", "nginx", "127.0.0.1");
    }

    @Test
    void allowedErrorsPassWithoutTheirStackTrace() {
        SUBGRAPH.respondWith(call -> """
                {"data":{"player":null},"errors":[{"message":"Nobody has this id.","path":["player"],"extensions":{"code":"NOT_FOUND","stack":"at secret","debugMessage":"secret","classification":"DataFetchingException"}}]}""");

        assertThat(query("{ player(id: 1) { name } }").body())
                .isEqualTo(
                        "{\"data\":{\"player\":null},\"errors\":[{\"message\":\"Nobody has this id.\",\"path\":[\"player\"],"
                                + "\"extensions\":{\"code\":\"NOT_FOUND\",\"service\":\"players\"}}]}");
    }

    @Test
    void logsTheRedactedErrorInOneLine(CapturedOutput output) {
        SUBGRAPH.respondWith(call -> """
                {"data":null,"errors":[{"message":"no table\\nforged line","extensions":{"code":"ONLY_HERE","stack":"at secret"}},{"message":"second"}]}""");

        query("{ player(id: 1) { name } }", "traceparent", "00-0123456789abcdef0123456789abcdef-0123456789abcdef-01");

        assertThat(output)
                .contains("Subgraph players reported 2 error(s) that clients do not see,"
                        + " trace=0123456789abcdef0123456789abcdef; the first is: message=no table forged line")
                .doesNotContain("at secret");
    }
}
