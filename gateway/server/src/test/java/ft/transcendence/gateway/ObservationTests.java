package ft.transcendence.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.gateway.subgraph.FakeSubgraph;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What operators see of operations: the access log, and the log of failed calls. */
@ExtendWith(OutputCaptureExtension.class)
class ObservationTests extends StreamTests {

    /** The only line of the access log for an operation, which may be logged after its response was received. */
    private static String line(CapturedOutput output, String operation) {
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> output.getAll()
                .contains("operation=" + operation + " kind="));
        return output.getAll()
                .lines()
                .filter(line -> line.contains("operation=" + operation + " kind="))
                .reduce((first, second) -> {
                    throw new AssertionError("logged twice: " + first);
                })
                .orElseThrow();
    }

    @Test
    void logsAnOperationWithTheNameInItsDocumentAndItsSubgraphs(CapturedOutput output) {
        SUBGRAPH.respondWith(call -> "{\"data\":{\"player\":null}}");
        HttpResponse<String> response =
                query("query NamedInDocument { player(id: 1) { name } }", "X-Request-Id", "seen-1");

        assertThat(response.headers().firstValue("x-request-id")).hasValue("seen-1");
        assertThat(line(output, "NamedInDocument"))
                .contains(
                        "status=200",
                        "transport=http",
                        "kind=query",
                        "caller=anonymous",
                        "request=seen-1",
                        "errors=- responses=1 subgraphs=players=1/");
    }

    @Test
    void givesEachRequestAnIdThatItsLineNames(CapturedOutput output) {
        HttpResponse<String> response = query("query WithoutId { __typename }", "X-Request-Id", "not valid");
        String id = response.headers().firstValue("x-request-id").orElseThrow();

        assertThat(id).matches("[0-9a-f]{32}");
        assertThat(line(output, "WithoutId")).contains("request=" + id);
    }

    @Test
    void logsTheCodesOfErrorsAndTheSubgraphsThatCausedThem(CapturedOutput output) {
        SUBGRAPH.respondWith(
                call -> "{\"data\":null,\"errors\":[{\"message\":\"m\",\"extensions\":{\"code\":\"NOT_FOUND\"}}]}");
        query("query Failing { player(id: 1) { name } }");

        assertThat(line(output, "Failing")).contains("kind=query", "errors=NOT_FOUND@players");
    }

    @Test
    void logsASubscriptionOverServerSentEventsWhenItEnds(CapturedOutput output) {
        query("subscription OverSse { renamed { name } }", "accept", "text/event-stream");

        assertThat(line(output, "OverSse"))
                .contains("status=200", "transport=sse", "kind=subscription", "refused=- errors=- responses=2");
    }

    @Test
    void logsEachOperationOfAWebSocket(CapturedOutput output) throws Exception {
        GraphQLWebSocket client = GraphQLWebSocket.initialised(port);
        client.send(
                "{\"id\":\"7\",\"type\":\"subscribe\",\"payload\":{\"query\":\"subscription OverWebSocket { renamed { name } }\"}}");
        assertThat(client.next()).contains("Ada");
        assertThat(client.next()).contains("Bob");
        assertThat(client.next()).contains("complete");
        client.close();

        assertThat(line(output, "OverWebSocket"))
                .contains("status=- ", "transport=websocket", "kind=subscription", "responses=2");
    }

    @Test
    void logsWhyACallOfASubgraphFailed(CapturedOutput output) {
        SUBGRAPH.respondWith((call, response) -> FakeSubgraph.json(response, 200, "<html>"));
        query("query Broken { player(id: 1) { name } }");

        assertThat(line(output, "Broken")).contains("status=200", "errors=SUBREQUEST_MALFORMED_RESPONSE@players");
        assertThat(output.getAll())
                .contains("A call of subgraph players failed: reason=MALFORMED status=200")
                .contains("operation=Broken");
    }
}
