package ft.transcendence.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.gateway.subgraph.FakeSubgraph;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class DeferOverHttpTests extends GatewayTests {
    private static final String OLDER = "multipart/mixed;deferSpec=20220824,application/json";
    private static final String NEWER = "multipart/mixed;incrementalSpec=v0.2,application/json;q=0.9";
    private static final String QUERY =
            "{ ada: player(id: 1) { name } ... @defer(label: \\\"slow\\\") { bob: player(id: 2) { name } } }";
    private static final String HEAD = "\r\ncontent-type: application/json\r\n\r\n";
    private static final String DELIMITER = "\r\n---";

    private final Sinks.Empty<Void> release = Sinks.empty();
    private final CompletableFuture<Void> abandoned = new CompletableFuture<>();

    /** The second player takes until it is released. */
    @BeforeEach
    void slowDownTheSecondPlayer() {
        SUBGRAPH.respondWith((call, response) -> {
            boolean slow = call.body().contains("bob");
            Mono<Void> due = slow ? release.asMono().doOnCancel(() -> abandoned.complete(null)) : Mono.empty();
            String name = slow ? "\"bob\":{\"name\":\"Bob\"}" : "\"ada\":{\"name\":\"Ada\"}";
            return due.then(Mono.from(FakeSubgraph.json(response, 200, "{\"data\":{" + name + "}}")));
        });
    }

    private HttpResponse<InputStream> open(String accept) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        request("/graphql")
                                .header("content-type", "application/json")
                                .header("accept", accept)
                                .header("accept-encoding", "gzip")
                                .POST(BodyPublishers.ofString("{\"query\":\"" + QUERY + "\"}"))
                                .build(),
                        BodyHandlers.ofInputStream());
    }

    /** Reads until the text ends with the delimiter of a part. */
    private static String nextPart(InputStream body) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf(DELIMITER) < 0) {
            int read = body.read();
            assertThat(read).as("the body ends after %s", text).isNotNegative();
            text.append((char) read);
        }
        return text.substring(0, text.length() - DELIMITER.length());
    }

    @Test
    void deliversTheRestBeforeTheSlowField() throws Exception {
        HttpResponse<InputStream> response = open(NEWER);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type"))
                .hasValue("multipart/mixed; boundary=\"-\"; incrementalSpec=v0.2");
        assertThat(response.headers().firstValue("content-encoding")).isEmpty();
        try (InputStream body = response.body()) {
            assertThat(nextPart(body)).isEmpty();
            assertThat(nextPart(body))
                    .isEqualTo(HEAD + "{\"data\":{\"ada\":{\"name\":\"Ada\"}},"
                            + "\"pending\":[{\"id\":\"0\",\"path\":[],\"label\":\"slow\"}],\"hasNext\":true}");
            release.tryEmitEmpty();
            assertThat(nextPart(body))
                    .isEqualTo(HEAD + "{\"incremental\":[{\"id\":\"0\",\"data\":{\"bob\":{\"name\":\"Bob\"}}}],"
                            + "\"completed\":[{\"id\":\"0\"}],\"hasNext\":false}");
            assertThat(new String(body.readAllBytes(), UTF_8)).isEqualTo("--\r\n");
        }
    }

    @Test
    void stopsTheSubgraphCallsWhenTheClientLeaves() throws Exception {
        try (InputStream body = open(NEWER).body()) {
            nextPart(body);
            nextPart(body);
        }
        assertThat(abandoned).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void writesTheOlderFormat() throws Exception {
        release.tryEmitEmpty();
        HttpResponse<InputStream> response = open(OLDER);
        assertThat(response.headers().firstValue("content-type"))
                .hasValue("multipart/mixed; boundary=\"-\"; deferSpec=20220824");
        try (InputStream body = response.body()) {
            assertThat(new String(body.readAllBytes(), UTF_8).split(DELIMITER, -1))
                    .containsExactly(
                            "",
                            HEAD + "{\"data\":{\"ada\":{\"name\":\"Ada\"}},\"hasNext\":true}",
                            HEAD + "{\"incremental\":[{\"label\":\"slow\",\"path\":[],"
                                    + "\"data\":{\"bob\":{\"name\":\"Bob\"}}}],\"hasNext\":false}",
                            "--\r\n");
        }
    }

    @Test
    void otherClientsGetTheWholeResponse() {
        release.tryEmitEmpty();
        SUBGRAPH.respondWith(call -> "{\"data\":{\"ada\":{\"name\":\"Ada\"},\"bob\":{\"name\":\"Bob\"}}}");
        assertThat(post("{\"query\":\"" + QUERY + "\"}", "accept", "application/json")
                        .body())
                .isEqualTo("{\"data\":{\"ada\":{\"name\":\"Ada\"},\"bob\":{\"name\":\"Bob\"}}}");
    }

    @Test
    void responseWithoutDeferredPartsIsAnOrdinaryOne() {
        SUBGRAPH.respondWith(call -> "{\"data\":{\"player\":{\"name\":\"Ada\"}}}");
        HttpResponse<String> response = query("{ player(id: 1) { name } }", "accept", NEWER);
        assertThat(response.headers().firstValue("content-type")).hasValue("application/json; charset=utf-8");
        assertThat(response.body()).isEqualTo("{\"data\":{\"player\":{\"name\":\"Ada\"}}}");
    }

    @Test
    void refusedOperationIsAnOrdinaryResponse() {
        HttpResponse<String> response = query("{ player(id: 1) { nothing } }", "accept", NEWER);
        assertThat(response.headers().firstValue("content-type")).hasValue("application/json; charset=utf-8");
        assertThat(response.body()).contains("GRAPHQL_VALIDATION_FAILED");
    }

    @Test
    void refusesAMutationByGet() {
        HttpResponse<String> response =
                get("/graphql?query=mutation%7Brename(id:1,name:%22A%22)%7Bname%7D%7D", "accept", NEWER);
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(SUBGRAPH.calls()).isEmpty();
    }
}
