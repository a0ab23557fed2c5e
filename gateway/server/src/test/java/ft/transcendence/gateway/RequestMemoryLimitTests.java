package ft.transcendence.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.gateway.subgraph.FakeSubgraph;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Flux;

/**
 * Requests that last: half sent, or with a stream as their response. However many there are, they hold no more than their caller's share of the
 * memory, here 256 KB; the next one is refused until one of them ends.
 */
@TestPropertySource(properties = {"gateway.http.request-memory=1MB", "gateway.http.max-response-size=100KB"})
class RequestMemoryLimitTests extends GatewayTests {
    private static final String QUERY = "{ player(id: \"1\") { name } }";
    private static final String JUNK = "x".repeat(40_000);
    private static final String SUBSCRIBE =
            "{\"query\":\"subscription { renamed { name } }\",\"variables\":{\"junk\":\"" + JUNK + "\"}}";

    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeEach
    void prepareSubgraph() {
        SUBGRAPH.respondWith((call, response) -> call.body().contains("subscription")
                ? FakeSubgraph.events(response, Flux.never())
                : FakeSubgraph.json(response, 200, "{\"data\":{\"player\":{\"name\":\"Ada\"}}}"));
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @Test
    void announcedBodiesThatDoNotArriveReserveNothing() throws IOException {
        for (int i = 0; i < 100; i++) {
            begin(60_000, "{");
        }
        assertThat(query(QUERY).statusCode()).isEqualTo(200);
    }

    @Test
    void partialBodiesCountTowardsTheCallersShare() throws Exception {
        for (int i = 0; i < 6; i++) {
            begin(60_000, " ".repeat(50_000));
        }
        Awaitility.await().until(() -> post(large()).statusCode() == 429);
        assertThat(post(large()).body()).contains("\"code\":\"RATE_LIMITED\"");
        close();
        Awaitility.await().until(() -> post(large()).statusCode() == 200);
    }

    @Test
    void openStreamsCountTheirRequests() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(openStream().statusCode()).isEqualTo(200);
        }
        assertThat(openStream().statusCode()).isEqualTo(429);
        close();
        Awaitility.await().until(() -> openStream().statusCode() == 200);
    }

    @Test
    void webSocketOperationsCountTheirMessages() throws Exception {
        GraphQLWebSocket client = GraphQLWebSocket.initialised(port);
        open.add(client);
        for (int i = 0; i < 4; i++) {
            client.send("{\"id\":\"" + i + "\",\"type\":\"subscribe\",\"payload\":" + SUBSCRIBE + "}");
        }
        assertThat(client.next()).contains("\"id\":\"3\"", "\"type\":\"error\"", "\"code\":\"RATE_LIMITED\"");
        client.send("{\"id\":\"0\",\"type\":\"complete\"}");
        Awaitility.await().until(() -> post(large()).statusCode() == 200);
    }

    @Test
    void refusesAMessageOfManySmallValues() throws Exception {
        GraphQLWebSocket client = GraphQLWebSocket.initialised(port);
        open.add(client);
        client.send("{\"type\":\"ping\",\"payload\":[" + "{},".repeat(5_000) + "0]}");
        assertThat(client.awaitClose(Duration.ofSeconds(10))).isEqualTo(1009);
        assertThat(post("{\"query\":\"{ __typename }\",\"variables\":{\"junk\":[" + "{},".repeat(5_000) + "0]}}")
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void partialMessagesCountTowardsTheCallersShare() throws Exception {
        for (int i = 0; i < 6; i++) {
            GraphQLWebSocket client = GraphQLWebSocket.initialised(port);
            open.add(client);
            client.sendPart(" ".repeat(50_000));
        }
        Awaitility.await().until(() -> post(large()).statusCode() == 429);
        close();
        Awaitility.await().until(() -> post(large()).statusCode() == 200);
    }

    @Test
    void refusesToBuildAResponseThatIsTooLong() {
        String name = "Ada".repeat(10_000);
        SUBGRAPH.respondWith(
                call -> "{\"data\":{\"player\":{\"a\":\"A\",\"b\":\"A\",\"c\":\"A\",\"d\":\"A\"}}}".replace("A", name));
        assertThat(query("{ player(id: \"1\") { a: name b: name c: name } }").body())
                .hasSizeGreaterThan(90_000);
        assertThat(query("{ player(id: \"1\") { a: name b: name c: name d: name } }")
                        .body())
                .startsWith("{\"data\":null,")
                .contains("\"code\":\"RESPONSE_TOO_LARGE\"");
    }

    @Test
    void openStreamsCountTheirLatestEvent() throws Exception {
        String event = "event: next\ndata: {\"data\":{\"renamed\":{\"name\":\"" + "x".repeat(90_000) + "\"}}}\n\n";
        SUBGRAPH.respondWith((call, response) ->
                FakeSubgraph.events(response, Flux.just(event).concatWith(Flux.never())));
        String small = SUBSCRIBE.replace(JUNK, "");
        for (int i = 0; i < 2; i++) {
            InputStream stream = openStream(small).body();
            assertThat(stream.readNBytes(90_000)).hasSize(90_000);
        }
        assertThat(openStream(small).body()).asString(StandardCharsets.UTF_8).contains("\"code\":\"RATE_LIMITED\"");
    }

    /** A request that takes much of a caller's share and is short-lived. */
    private static String large() {
        return "{\"query\":\"{ __typename }\",\"variables\":{\"junk\":\"" + JUNK + "\"}}";
    }

    private void begin(int announced, String sent) throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        open.add(socket);
        String head = "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
                + announced + "\r\n\r\n";
        socket.getOutputStream().write((head + sent).getBytes(StandardCharsets.US_ASCII));
    }

    private HttpResponse<InputStream> openStream() throws Exception {
        return openStream(SUBSCRIBE);
    }

    private HttpResponse<InputStream> openStream(String body) throws Exception {
        HttpResponse<InputStream> response = HttpClient.newHttpClient()
                .send(
                        request("/graphql")
                                .header("content-type", "application/json")
                                .header("accept", "text/event-stream")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofInputStream());
        open.add(response.body());
        return response;
    }
}
