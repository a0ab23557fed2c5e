package ft.transcendence.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.Socket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

/** Operations over WebSockets. */
class WebSocketTests extends StreamTests {
    @Test
    void endsTheSubgraphsStreamWhenTheClientDisconnects() throws Exception {
        Mono<Void> ended = streamThatNeverEnds();
        GraphQLWebSocket client = GraphQLWebSocket.initialised(port);
        client.send(SUBSCRIBE);
        assertThat(client.next()).contains("Ada");
        client.close();
        ended.block(Duration.ofSeconds(5));
    }

    @Test
    void carriesASubscriptionOverAWebSocket() throws Exception {
        GraphQLWebSocket client = GraphQLWebSocket.connect(port);
        client.send("{\"type\":\"connection_init\"}");
        assertThat(client.next()).isEqualTo("{\"type\":\"connection_ack\"}");
        client.send(SUBSCRIBE);
        assertThat(client.next())
                .isEqualTo("{\"id\":\"1\",\"type\":\"next\",\"payload\":{\"data\":{\"renamed\":{\"name\":\"Ada\"}}}}");
        assertThat(client.next()).contains("Bob");
        assertThat(client.next()).isEqualTo("{\"id\":\"1\",\"type\":\"complete\"}");
        client.send("{\"type\":\"ping\"}");
        assertThat(client.next()).isEqualTo("{\"type\":\"pong\"}");
        client.send("{\"id\":\"2\",\"type\":\"subscribe\",\"payload\":{\"query\":\"{ nothing }\"}}");
        assertThat(client.next()).startsWith("{\"id\":\"2\",\"type\":\"error\",\"payload\":[{\"message\":");
        client.send("{\"id\":\"2\",\"type\":\"subscribe\",\"payload\":{\"query\":\"{ __typename }\"}}");
        assertThat(client.next())
                .isEqualTo("{\"id\":\"2\",\"type\":\"next\",\"payload\":{\"data\":{\"__typename\":\"Query\"}}}");
        assertThat(client.next()).isEqualTo("{\"id\":\"2\",\"type\":\"complete\"}");
        client.close();
    }

    @Test
    void limitsTheWebSocketsOfACaller() throws Exception {
        String token = PROVIDER.token(UUID.randomUUID(), "player");
        String init = "{\"type\":\"connection_init\",\"payload\":{\"authorization\":\"Bearer " + token + "\"}}";
        List<GraphQLWebSocket> clients = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            GraphQLWebSocket client = GraphQLWebSocket.connect(port);
            client.send(init);
            assertThat(client.next()).isEqualTo("{\"type\":\"connection_ack\"}");
            clients.add(client);
        }
        GraphQLWebSocket refused = GraphQLWebSocket.connect(port);
        refused.send(init);
        assertThat(refused.awaitClose(Duration.ofSeconds(5))).isEqualTo(4429);
        clients.forEach(GraphQLWebSocket::close);
    }

    @Test
    void persistedQueryClientsFallBackToTheDocument() throws Exception {
        GraphQLWebSocket client = GraphQLWebSocket.initialised(port);
        client.send("{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":"
                + "{\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"ecf4\"}}}}");
        assertThat(client.next())
                .isEqualTo("{\"id\":\"1\",\"type\":\"error\",\"payload\":[{\"message\":\"PersistedQueryNotSupported\","
                        + "\"extensions\":{\"code\":\"PERSISTED_QUERY_NOT_SUPPORTED\"}}]}");
        client.send(SUBSCRIBE);
        assertThat(client.next()).contains("Ada");
        client.close();
    }

    @Test
    void endsTheSubgraphsStreamWhenTheClientCompletes() throws Exception {
        Mono<Void> ended = streamThatNeverEnds();
        GraphQLWebSocket client = GraphQLWebSocket.initialised(port);
        client.send(SUBSCRIBE);
        assertThat(client.next()).contains("Ada");
        client.send("{\"id\":\"1\",\"type\":\"complete\"}");
        ended.block(Duration.ofSeconds(5));
        client.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "no json                                                     | 4400",
                "{\"type\":\"subscribe\",\"payload\":{\"query\":\"{a}\"}}    | 4400",
                "{\"type\":\"unheard_of\"}                                   | 4400",
                "{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":{\"query\":\"{a}\"}} | 4401",
                "{\"type\":\"connection_init\",\"payload\":{\"authorization\":\"Bearer forged\"}} | 4403",
            })
    void closesAWebSocketThatViolatesTheProtocol(String message, int status) throws Exception {
        GraphQLWebSocket client = GraphQLWebSocket.connect(port);
        client.send(message);
        assertThat(client.awaitClose(Duration.ofSeconds(5))).isEqualTo(status);
    }

    @Test
    void closesAWebSocketThatIsInitialisedTwice() throws Exception {
        GraphQLWebSocket client = GraphQLWebSocket.connect(port);
        client.send("{\"type\":\"connection_init\"}");
        client.send("{\"type\":\"connection_init\"}");
        assertThat(client.awaitClose(Duration.ofSeconds(5))).isEqualTo(4429);
    }

    @Test
    void closesAWebSocketWhenItsTokenExpires() throws Exception {
        GraphQLWebSocket client = GraphQLWebSocket.connect(port);
        client.send("{\"type\":\"connection_init\",\"payload\":{\"authorization\":\"Bearer "
                + tokenFor(Duration.ofSeconds(6)) + "\"}}");
        assertThat(client.next()).isEqualTo("{\"type\":\"connection_ack\"}");
        assertThat(client.awaitClose(Duration.ofSeconds(15))).isEqualTo(4403);
    }

    @Test
    void closesAWebSocketWithAnotherSubprotocol() throws Exception {
        String handshake = "GET /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(handshake.getBytes(StandardCharsets.US_ASCII));
            ByteArrayOutputStream received = new ByteArrayOutputStream();
            for (int next = socket.getInputStream().read();
                    next >= 0;
                    next = socket.getInputStream().read()) {
                received.write(next);
                if (received.toString(StandardCharsets.ISO_8859_1).endsWith("Subprotocol not acceptable")) {
                    break;
                }
            }
            String text = received.toString(StandardCharsets.ISO_8859_1);
            assertThat(text).startsWith("HTTP/1.1 101");
            int status = text.indexOf("Subprotocol not acceptable") - 2;
            assertThat((text.charAt(status) << 8) + text.charAt(status + 1)).isEqualTo(4406);
        }
    }

    @ParameterizedTest
    @CsvSource({"https://evil.example, 403", "null, 403", "https://pong.example, 101"})
    void refusesWebSocketsOfOtherOrigins(String origin, int status) {
        assertThat(handshakeStatus(origin)).isEqualTo(status);
    }

    private int handshakeStatus(String origin) {
        try (GraphQLWebSocket client = GraphQLWebSocket.connect(port, "Origin", origin)) {
            return 101;
        } catch (CompletionException e) {
            return e.getCause() instanceof WebSocketHandshakeException refused
                    ? refused.getResponse().statusCode()
                    : -1;
        }
    }
}
