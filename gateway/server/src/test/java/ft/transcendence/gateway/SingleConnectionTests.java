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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** graphql-sse in single connection mode: one stream carries the results of many operations. */
class SingleConnectionTests extends StreamTests {
    private static final String TOKEN = "x-graphql-event-stream-token";
    private static final String QUERY = "{ player(id: 1) { name } }";
    private static final String SUBSCRIPTION = "subscription { renamed { name } }";

    private final List<Client> clients = new ArrayList<>();

    /** The client of an open stream. */
    private final class Client implements AutoCloseable {
        private final HttpClient http = HttpClient.newHttpClient();
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final CompletableFuture<HttpResponse<Void>> response;

        Client(String query, String... headers) {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + port + "/graphql" + query))
                    .header("accept", "text/event-stream");
            if (headers.length > 0) {
                request.headers(headers);
            }
            response = http.sendAsync(request.build(), BodyHandlers.fromLineSubscriber(new LineSubscriber(lines)));
            clients.add(this);
        }

        /** Waits until the lines of data are these, in any order of the operations. */
        void receives(String... data) {
            await().untilAsserted(() -> assertThat(lines.stream().filter(line -> line.startsWith("data: ")))
                    .containsExactly(data));
        }

        @Override
        public void close() {
            http.shutdownNow();
        }
    }

    @AfterEach
    void leave() {
        clients.forEach(Client::close);
    }

    private String reserve(String... headers) {
        HttpRequest.Builder request = request("/graphql").PUT(BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> response = send(request);
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("content-type")).hasValue("text/plain; charset=utf-8");
        assertThat(response.body()).hasSize(24);
        return response.body();
    }

    private HttpResponse<String> start(String token, String id, String document, String... headers) {
        String body = "{\"query\":\"" + document + "\",\"extensions\":{\"operationId\":\"" + id + "\"}}";
        HttpRequest.Builder request = request("/graphql")
                .header("content-type", "application/json")
                .header(TOKEN, token)
                .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    private HttpResponse<String> stop(String token, String id) {
        return send(request("/graphql?operationId=" + id).header(TOKEN, token).DELETE());
    }

    private static void assertRefused(HttpResponse<String> response, int status, String code) {
        assertThat(response.body()).contains("\"code\":\"" + code + "\"");
        assertThat(response.statusCode()).isEqualTo(status);
    }

    @Test
    void carriesTheResultsOfAllOperations() {
        String token = reserve();
        Client client = new Client("?token=" + token);
        SUBGRAPH.respondWith(call -> "{\"data\":{\"player\":{\"name\":\"Ada\"}}}");

        assertThat(start(token, "a\\\"1", QUERY).statusCode()).isEqualTo(202);
        client.receives(
                "data: {\"id\":\"a\\\"1\",\"payload\":{\"data\":{\"player\":{\"name\":\"Ada\"}}}}",
                "data: {\"id\":\"a\\\"1\"}");

        prepareSubgraph();
        assertThat(start(token, "2", SUBSCRIPTION).statusCode()).isEqualTo(202);
        client.receives(
                "data: {\"id\":\"a\\\"1\",\"payload\":{\"data\":{\"player\":{\"name\":\"Ada\"}}}}",
                "data: {\"id\":\"a\\\"1\"}",
                "data: {\"id\":\"2\",\"payload\":{\"data\":{\"renamed\":{\"name\":\"Ada\"}}}}",
                "data: {\"id\":\"2\",\"payload\":{\"data\":{\"renamed\":{\"name\":\"Bob\"}}}}",
                "data: {\"id\":\"2\"}");
        assertThat(client.lines).contains("event: next", "event: complete");
        assertThat(client.response).isNotDone();
    }

    @Test
    void operationsWaitUntilTheStreamIsOpen() {
        SUBGRAPH.respondWith(call -> "{\"data\":{\"player\":null}}");
        String token = reserve();
        assertThat(start(token, "early", QUERY).statusCode()).isEqualTo(202);
        assertThat(SUBGRAPH.calls()).isEmpty();
        new Client("", TOKEN, token)
                .receives(
                        "data: {\"id\":\"early\",\"payload\":{\"data\":{\"player\":null}}}",
                        "data: {\"id\":\"early\"}");
    }

    @Test
    void aStoppedOperationEndsAtTheSubgraphWithoutAnEvent() {
        Mono<Void> ended = streamThatNeverEnds();
        String token = reserve();
        Client client = new Client("", TOKEN, token);
        start(token, "1", SUBSCRIPTION);
        String event = "data: {\"id\":\"1\",\"payload\":{\"data\":{\"renamed\":{\"name\":\"Ada\"}}}}";
        client.receives(event);

        assertThat(stop(token, "1").statusCode()).isEqualTo(200);
        ended.block(Duration.ofSeconds(5));
        assertThat(stop(token, "unknown").statusCode()).isEqualTo(200);
        client.receives(event);
    }

    @Test
    void allOperationsEndWithTheStream() {
        Mono<Void> ended = streamThatNeverEnds();
        String token = reserve();
        Client client = new Client("", TOKEN, token);
        start(token, "1", SUBSCRIPTION);
        client.receives("data: {\"id\":\"1\",\"payload\":{\"data\":{\"renamed\":{\"name\":\"Ada\"}}}}");

        client.close();
        ended.block(Duration.ofSeconds(5));
        await().untilAsserted(() -> assertRefused(start(token, "2", QUERY), 404, "STREAM_NOT_FOUND"));
    }

    @Test
    void anInvalidOperationIsRefusedByItsOwnResponse() {
        String token = reserve();
        HttpResponse<String> response = start(token, "1", "{ nothing }", "accept", "application/graphql-response+json");
        assertRefused(response, 400, "GRAPHQL_VALIDATION_FAILED");
    }

    @Test
    void failuresOfAnOperationAreItsResult() {
        SUBGRAPH.respondWith((call, response) -> FakeSubgraph.json(response, 500, "{}"));
        String token = reserve();
        Client client = new Client("", TOKEN, token);
        start(token, "1", QUERY);
        await().until(() -> client.lines.contains("data: {\"id\":\"1\"}"));
        assertThat(String.join("\n", client.lines)).contains("SUBREQUEST_HTTP_ERROR");
    }

    @Test
    void refusesWhatHasNoPlace() {
        String token = reserve();
        assertRefused(start("unknown", "1", QUERY), 404, "STREAM_NOT_FOUND");
        assertRefused(stop("unknown", "1"), 404, "STREAM_NOT_FOUND");
        assertRefused(stop(token, ""), 400, "MALFORMED_REQUEST");
        assertRefused(start(token, "", QUERY), 400, "MALFORMED_REQUEST");
        assertRefused(start(token, "1".repeat(201), QUERY), 400, "MALFORMED_REQUEST");
        assertRefused(get("/graphql?token=unknown", "accept", "text/event-stream"), 404, "STREAM_NOT_FOUND");

        Client client = new Client("", TOKEN, token);
        await().until(() -> client.lines.contains(":"));
        assertRefused(get("/graphql?token=" + token, "accept", "text/event-stream"), 409, "STREAM_ALREADY_OPEN");
        SUBGRAPH.respondWith((call, response) -> FakeSubgraph.events(response, Flux.never()));
        assertThat(start(token, "1", SUBSCRIPTION).statusCode()).isEqualTo(202);
        assertRefused(start(token, "1", SUBSCRIPTION), 409, "OPERATION_ID_IN_USE");
    }

    @Test
    void neverExecutesAMutationSentWithGet() {
        String token = reserve();
        String path =
                "/graphql?query=mutation%7Brename(id:1,name:%22x%22)%7Bname%7D%7D&extensions=%7B%22operationId%22:%221%22%7D";
        assertRefused(get(path, TOKEN, token), 405, "METHOD_NOT_ALLOWED");
        assertThat(SUBGRAPH.calls()).isEmpty();
    }

    @Test
    void belongsToItsCaller() {
        String bearer = "Bearer " + tokenFor(Duration.ofMinutes(5));
        String token = reserve("authorization", bearer);
        assertRefused(start(token, "1", QUERY), 404, "STREAM_NOT_FOUND");
        assertThat(start(token, "1", QUERY, "authorization", bearer).statusCode())
                .isEqualTo(202);
    }

    @Test
    void callersCannotReserveAnyNumber() {
        String bearer = "Bearer " + tokenFor(Duration.ofMinutes(5));
        HttpResponse<String> refused = IntStream.rangeClosed(0, 8)
                .mapToObj(number ->
                        send(request("/graphql").header("authorization", bearer).PUT(BodyPublishers.noBody())))
                .toList()
                .getLast();
        assertRefused(refused, 429, "TOO_MANY_STREAMS");
    }
}
