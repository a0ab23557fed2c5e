package ft.transcendence.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ft.transcendence.gateway.subgraph.FakeSubgraph;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Mono;

/** What clients may do where the operator allows it: batches, and documents that they register by their hash. */
class OptionalFeatureTests {
    private static final FakeSubgraph SUBGRAPH = new FakeSubgraph();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String ADA = "{\"data\":{\"player\":{\"name\":\"Ada\"}}}";
    private static final String QUERY = "{\"query\":\"{ player(id: 1) { name } }\"}";
    private static final String TYPE_NAME = "{\"query\":\"{ __typename }\"}";
    private static final String TYPE_NAME_RESPONSE = "{\"data\":{\"__typename\":\"Query\"}}";
    private static final String HASH = "ecf4edb46db40b5132295c0291d62fb65d6759a9eedfa4d5d612dd5ec54a6b38";
    private static final String NAMED =
            "\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + HASH + "\"}}}";

    private static ConfigurableApplicationContext gateway;

    @BeforeAll
    static void start() {
        gateway = StandaloneGateway.start(
                Map.of("SUBGRAPH_PLAYERS_URL", SUBGRAPH.url()),
                "gateway.access-log.enabled=true",
                "gateway.batching.enabled=true",
                "gateway.batching.max-operations=3",
                "gateway.documents.automatic.enabled=true",
                "gateway.rate-limit.enabled=true",
                "gateway.rate-limit.burst=20",
                "gateway.rate-limit.per-second=1000");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        SUBGRAPH.close();
    }

    @BeforeEach
    void respond() {
        SUBGRAPH.respondWith(call -> ADA);
    }

    @Test
    void respondsInTheOrderOfTheOperations() throws Exception {
        HttpResponse<String> response = post("[" + QUERY + "," + TYPE_NAME + ",{\"query\":\"{ nothing }\"}]");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .startsWith("[" + ADA + "," + TYPE_NAME_RESPONSE + ",{\"errors\":[")
                .endsWith("}]}]");
    }

    @Test
    void refusesOneOperationWithoutTheOthers() throws Exception {
        String unknown = NAMED.replace("ecf4", "0000");
        assertThat(post(" [ {" + unknown + "," + TYPE_NAME + "]").body())
                .isEqualTo("[{\"errors\":[{\"message\":\"PersistedQueryNotFound\","
                        + "\"extensions\":{\"code\":\"PERSISTED_QUERY_NOT_FOUND\"}}]}," + TYPE_NAME_RESPONSE + "]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | 400 | MALFORMED_REQUEST",
                "[1] | 400 | MALFORMED_REQUEST",
                "[{}, | 400 | MALFORMED_REQUEST",
                "[{},{},{},{}] | 400 | BATCH_TOO_LARGE"
            })
    void refusesAWholeBatch(String body, int status, String code) throws Exception {
        HttpResponse<String> response = post(body);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).contains("\"code\":\"" + code + "\"");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void logsEachOperationOfABatchWhoseClientLeaves(CapturedOutput output) throws Exception {
        SUBGRAPH.respondWith((call, response) -> Mono.never());
        String batch =
                "[{\"query\":\"query First {player(id:1){name}}\"},{\"query\":\"query Second {player(id:1){name}}\"}]";
        CompletableFuture<HttpResponse<String>> left = HTTP.sendAsync(
                HttpRequest.newBuilder(address(""))
                        .header("content-type", "application/json")
                        .POST(BodyPublishers.ofString(batch))
                        .build(),
                BodyHandlers.ofString());
        await().until(() -> SUBGRAPH.calls().size() == 2);
        left.cancel(true);
        await().until(() -> lines(output, "refused=CLIENT_GONE").count() == 2);
        assertThat(lines(output, "refused=CLIENT_GONE"))
                .allMatch(line -> line.contains("status=499"))
                .anyMatch(line -> line.contains("operation=First"))
                .anyMatch(line -> line.contains("operation=Second"));
    }

    private static Stream<String> lines(CapturedOutput output, String part) {
        return output.getOut().lines().filter(line -> line.contains(part));
    }

    @Test
    void refusesABatchOfStreams() throws Exception {
        HttpResponse<String> response = post("[" + QUERY + "]", "accept", "text/event-stream");
        assertThat(response.statusCode()).isEqualTo(406);
        assertThat(response.body()).contains("NOT_ACCEPTABLE");
    }

    @Test
    void registersADocumentByItsHash() throws Exception {
        assertThat(post("{" + NAMED).body()).contains("\"PersistedQueryNotFound\"");
        assertThat(post("{\"query\":\"{__typename}\"," + NAMED).body()).isEqualTo(TYPE_NAME_RESPONSE);
        assertThat(post("{" + NAMED).body()).isEqualTo(TYPE_NAME_RESPONSE);
        String query =
                "extensions=%7B%22persistedQuery%22:%7B%22version%22:1,%22sha256Hash%22:%22" + HASH + "%22%7D%7D";
        assertThat(HTTP.send(HttpRequest.newBuilder(address("?" + query)).build(), BodyHandlers.ofString())
                        .body())
                .isEqualTo(TYPE_NAME_RESPONSE);
        assertThat(HTTP.send(
                                HttpRequest.newBuilder(address("?documentId=sha256:" + HASH))
                                        .build(),
                                BodyHandlers.ofString())
                        .body())
                .isEqualTo(TYPE_NAME_RESPONSE);
    }

    @Test
    void refusesADocumentThatDoesNotHaveTheHash() throws Exception {
        HttpResponse<String> response = post("{\"query\":\"{ __typename }\"," + NAMED);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("PERSISTED_QUERY_HASH_MISMATCH");
    }

    private static HttpResponse<String> post(String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address("")).header("content-type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private static URI address(String query) {
        return URI.create(
                "http://127.0.0.1:" + gateway.getEnvironment().getProperty("local.server.port") + "/graphql" + query);
    }
}
