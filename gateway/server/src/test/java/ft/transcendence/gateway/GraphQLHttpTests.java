package ft.transcendence.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.gateway.subgraph.FakeSubgraph;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class GraphQLHttpTests extends GatewayTests {
    private static final String ADA = "{\"data\":{\"player\":{\"name\":\"Ada\"}}}";
    private static final String QUERY = "{ player(id: \"1\") { name } }";
    private static final String RESPONSE_JSON = "application/graphql-response+json";

    @BeforeEach
    void prepareSubgraph() {
        SUBGRAPH.respondWith(call -> ADA);
    }

    @Test
    void respondsToAPost() {
        HttpResponse<String> response = query(QUERY);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(ADA);
        assertThat(response.headers().firstValue("content-type")).hasValue("application/json; charset=utf-8");
        assertThat(response.headers().firstValue("x-content-type-options")).hasValue("nosniff");
        assertThat(response.headers().firstValue("cache-control")).hasValue("no-store");
        assertThat(SUBGRAPH.calls()).hasSize(1);
    }

    @Test
    void equalQueriesOfOneCallerShareAnExecution() throws Exception {
        int fewest = Integer.MAX_VALUE;
        // whether both are in flight at the same time is a matter of luck, so there are several attempts
        for (int i = 0; i < 20 && fewest > 2; i++) {
            fewest = Math.min(fewest, callsForTwoEqualQueriesAndOneOfAnotherCaller());
        }
        assertThat(fewest).isEqualTo(2);
    }

    private int callsForTwoEqualQueriesAndOneOfAnotherCaller() throws Exception {
        Sinks.Empty<Void> release = Sinks.empty();
        SUBGRAPH.respondWith((call, response) -> release.asMono().then(FakeSubgraph.json(response, 200, ADA)));
        String authorization = "Bearer " + PROVIDER.token(claims -> claims);
        List<Callable<HttpResponse<String>>> clients =
                List.of(() -> query(QUERY), () -> query(QUERY), () -> query(QUERY, "authorization", authorization));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> responses =
                    clients.stream().map(threads::submit).toList();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> SUBGRAPH.calls().size() >= 2);
            release.tryEmitEmpty();
            for (Future<HttpResponse<String>> prepareSubgraph : responses) {
                assertThat(prepareSubgraph.get().body()).isEqualTo(ADA);
            }
        }
        return SUBGRAPH.calls().size();
    }

    @Test
    void respondsToAGet() {
        HttpResponse<String> response =
                get("/graphql?query=query(%24id:ID!)%7Bplayer(id:%24id)%7Bname%7D%7D&variables=%7B%22id%22:%221%22%7D");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(ADA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", RESPONSE_JSON, "text/event-stream"})
    void persistedQueryClientsFallBackToTheDocumentInAPost(String accept) {
        String body = "{\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"ecf4\"}}}";
        assertFallsBack(post(body, "accept", accept));
        assertFallsBack(
                post(body.replace("{\"ext", "{\"query\":null,\"operationName\":\"A\",\"ext"), "accept", accept));
        String whole = body.replace("{\"ext", "{\"query\":\"{__typename}\",\"ext");
        assertThat(post(whole).body()).isEqualTo("{\"data\":{\"__typename\":\"Query\"}}");
    }

    @Test
    void persistedQueryClientsFallBackToTheDocumentInAGet() {
        String extensions = "extensions=%7B%22persistedQuery%22:%7B%22version%22:1,%22sha256Hash%22:%22ecf4%22%7D%7D";
        assertFallsBack(get("/graphql?" + extensions));
        assertFallsBack(get("/graphql?operationName=A&variables=%7B%7D&query=&" + extensions));
        assertThat(get("/graphql?query=%7B__typename%7D&" + extensions).body())
                .isEqualTo("{\"data\":{\"__typename\":\"Query\"}}");
    }

    private static void assertFallsBack(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("cache-control")).hasValue("no-store");
        assertThat(response.body())
                .isEqualTo("{\"errors\":[{\"message\":\"PersistedQueryNotSupported\","
                        + "\"extensions\":{\"code\":\"PERSISTED_QUERY_NOT_SUPPORTED\"}}]}");
    }

    @Test
    void neverExecutesAMutationSentWithGet() {
        HttpResponse<String> response = get("/graphql?query=mutation%7Brename(id:1,name:%22x%22)%7Bname%7D%7D");
        assertRefused(response, 405, "METHOD_NOT_ALLOWED");
        assertThat(response.headers().firstValue("allow")).hasValue("GET, POST, PUT, DELETE");
        assertThat(SUBGRAPH.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "PATCH", "OPTIONS"})
    void refusesOtherMethods(String method) {
        assertRefused(send(request("/graphql").method(method, BodyPublishers.noBody())), 405, "METHOD_NOT_ALLOWED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "text/plain",
                "multipart/form-data; boundary=x",
                "application/graphql"
            })
    void refusesContentTypesOfHtmlForms(String contentType) {
        HttpRequest.Builder request = request("/graphql")
                .header("content-type", contentType)
                .POST(BodyPublishers.ofString("{\"query\":\"{ __typename }\"}"));
        assertRefused(send(request), 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void refusesBatches() {
        assertRefused(post("[{\"query\":\"{ __typename }\"}]"), 400, "BATCHING_NOT_SUPPORTED");
    }

    @Test
    void refusesRequestsThatAcceptNoSupportedFormat() {
        assertRefused(query(QUERY, "accept", "text/html"), 406, "NOT_ACCEPTABLE");
    }

    @Test
    void refusesABodyThatIsTooLargeBeforeItIsSent() {
        HttpRequest.Builder request = request("/graphql")
                .header("content-type", "application/json")
                .expectContinue(true)
                .POST(BodyPublishers.ofString("{\"query\":\"{ __typename }" + " ".repeat(70_000) + "\"}"));
        assertRefused(send(request), 413, "REQUEST_TOO_LARGE");
    }

    /** If the gateway closed the connection with unread bytes, it would be reset, and the client would lose the response. */
    @Test
    void clientThatSendsItsWholeTooLargeBodyReceivesTheError() throws IOException {
        byte[] megabyte = new byte[1 << 20];
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
                            + 4 * megabyte.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 4; i++) {
                out.write(megabyte);
            }
            assertThat(socket.getInputStream().readAllBytes())
                    .asString(StandardCharsets.UTF_8)
                    .startsWith("HTTP/1.1 413 ")
                    .containsIgnoringCase("connection: close")
                    .contains("\"code\":\"REQUEST_TOO_LARGE\"");
        }
    }

    @Test
    void refusesAChunkedBodyThatBecomesTooLarge() {
        HttpRequest.Builder chunked = request("/graphql")
                .header("content-type", "application/json")
                .POST(BodyPublishers.fromPublisher(
                        BodyPublishers.ofString("{\"query\":\"" + " ".repeat(70_000) + "\"}")));
        assertRefused(send(chunked), 413, "REQUEST_TOO_LARGE");
    }

    @ParameterizedTest
    @CsvSource({"application/json, 200", "application/graphql-response+json, 400"})
    void statusOfRequestErrorsDependsOnTheMediaType(String accept, int status) {
        HttpResponse<String> response = query("{ nothing }", "accept", accept);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("content-type")).hasValue(accept + "; charset=utf-8");
        assertThat(response.body()).contains("\"errors\"", "\"locations\"").doesNotContain("\"data\"");
    }

    @Test
    void failedSubgraphLeavesPartialDataAndRevealsNoHost() {
        SUBGRAPH.respondWith(
                (call, response) -> FakeSubgraph.json(response, 500, "org.postgresql.util.PSQLException at 10.0.0.7"));
        HttpResponse<String> response = query("{ __typename player(id: 1) { name } }", "accept", RESPONSE_JSON);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .contains("\"__typename\":\"Query\"", "\"player\":null", "\"code\"")
                .doesNotContain("postgresql", "10.0.0.7", "127.0.0.1");
    }

    @Test
    void respondsWhenASubgraphTimesOut() {
        SUBGRAPH.respondWith((call, response) -> Mono.never());
        assertThat(query(QUERY).body()).contains("\"player\":null").contains("\"code\"");
    }

    @Test
    void allowsIntrospectionInDevelopment() {
        assertThat(query("{ __type(name: \"Player\") { fields { name } } }").body())
                .isEqualTo("{\"data\":{\"__type\":{\"fields\":[{\"name\":\"id\"},{\"name\":\"name\"}]}}}");
    }

    @Test
    void returnsTheQueryPlanOnRequest() {
        assertThat(query(QUERY, "X-Query-Plan", "1").body()).contains("\"queryPlan\":\"QueryPlan {");
        assertThat(query(QUERY).body()).doesNotContain("queryPlan");
    }

    @Test
    void refusesAThousandAliases() {
        StringBuilder aliases = new StringBuilder("{");
        for (int i = 0; i < 1_000; i++) {
            aliases.append(" a").append(i).append(":player(id:").append(i).append("){name}");
        }
        HttpResponse<String> response = query(aliases.append('}').toString(), "accept", RESPONSE_JSON);
        assertRefused(response, 400, "OPERATION_LIMIT_EXCEEDED");
        assertThat(SUBGRAPH.calls()).isEmpty();
    }

    @Test
    void forwardsTheVerifiedTokenAndTheCredential() {
        String token = PROVIDER.token(UUID.randomUUID(), "player");
        assertThat(query(QUERY, "authorization", "Bearer " + token).statusCode())
                .isEqualTo(200);
        assertThat(SUBGRAPH.calls()).singleElement().satisfies(call -> {
            assertThat(call.headers().get("authorization")).isEqualTo("Bearer " + token);
            assertThat(call.headers().get("x-gateway-credential")).isEqualTo("0123456789abcdef0123456789abcdef");
        });
    }

    @Test
    void refusesAnInvalidToken() {
        HttpResponse<String> response = query(QUERY, "authorization", "Bearer forged");
        assertRefused(response, 401, "UNAUTHENTICATED");
        assertThat(response.headers().firstValue("www-authenticate")).hasValue("Bearer error=\"invalid_token\"");
        assertThat(SUBGRAPH.calls()).isEmpty();
    }

    @Test
    void hidesAuthenticatedFieldsFromAnonymousCallers() {
        SUBGRAPH.respondWith(call -> "{\"data\":{\"secret\":\"s\"}}");
        assertThat(query("{ secret }").body()).contains("\"secret\":null").contains("\"code\"");
        assertThat(SUBGRAPH.calls()).isEmpty();
        String token = PROVIDER.token(UUID.randomUUID(), "player");
        assertThat(query("{ secret }", "authorization", "Bearer " + token).body())
                .isEqualTo("{\"data\":{\"secret\":\"s\"}}");
    }

    @Test
    void reusesTheConnectionForTheNextRequest() throws IOException {
        String body = "{\"query\":\"{ __typename }\"}";
        String request = "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(5_000);
            for (int i = 0; i < 3; i++) {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                byte[] buffer = new byte[1_000];
                int read = socket.getInputStream().read(buffer);
                assertThat(new String(buffer, 0, read, StandardCharsets.US_ASCII))
                        .startsWith("HTTP/1.1 200 OK");
            }
        }
    }

    @Test
    void respondsOnTheConnectionOfThePreflight() throws IOException {
        String preflight = "OPTIONS /graphql HTTP/1.1\r\nHost: x\r\nOrigin: https://pong.example\r\n"
                + "Access-Control-Request-Method: POST\r\nAccess-Control-Request-Headers: content-type\r\n\r\n";
        String body = "{\"query\":\"{ __typename }\"}";
        String request = "POST /graphql HTTP/1.1\r\nHost: x\r\nOrigin: https://pong.example\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(5_000);
            for (String message : List.of(preflight, request, preflight, request)) {
                socket.getOutputStream().write(message.getBytes(StandardCharsets.US_ASCII));
                byte[] buffer = new byte[1_000];
                int read = socket.getInputStream().read(buffer);
                assertThat(new String(buffer, 0, read, StandardCharsets.US_ASCII))
                        .startsWith("HTTP/1.1 200 OK");
            }
        }
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void clientThatDisconnectsInItsBodyIsNotLoggedAsADefect(CapturedOutput output) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            String head =
                    "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        }
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> output.getAll()
                .contains("refused=CLIENT_GONE"));
        assertThat(output.getAll()).contains("status=499").doesNotContain("failed inside the gateway", "\tat ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "G",
                "GET /graphql?query=%7B__typename%7D HTTP/1.1\r\nHost: x\r\nX-Never-Ends: ",
                "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{",
                "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{"
            })
    void closesTheConnectionOfASlowRequest(String begun) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(15_000);
            socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    private static void assertRefused(HttpResponse<String> response, int status, String code) {
        assertThat(response.body()).contains("\"code\":\"" + code + "\"").doesNotContain("\"data\"");
        assertThat(response.statusCode()).isEqualTo(status);
    }
}
