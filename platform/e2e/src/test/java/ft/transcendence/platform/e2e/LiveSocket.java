package ft.transcendence.platform.e2e;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that speaks graphql-transport-ws. */
final class LiveSocket implements AutoCloseable {

    private final Incoming incoming = new Incoming();
    private final WebSocket socket;

    private LiveSocket(Platform platform) {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("graphql-transport-ws")
                .buildAsync(URI.create(platform.url().replace("http", "ws") + "/graphql"), incoming)
                .join();
    }

    /** Connects with a token, or anonymously. */
    static LiveSocket connect(Platform platform, @Nullable String token) throws InterruptedException {
        LiveSocket client = new LiveSocket(platform);
        client.send(
                token == null
                        ? Map.of("type", "connection_init")
                        : Map.of("type", "connection_init", "payload", Map.of("authorization", "Bearer " + token)));
        JsonNode acknowledged = client.next();
        if (!acknowledged.path("type").asString().equals("connection_ack")) {
            throw new AssertionError("not acknowledged: " + acknowledged);
        }
        return client;
    }

    void subscribe(String id, String subscription) {
        send(Map.of("id", id, "type", "subscribe", "payload", Map.of("query", subscription)));
    }

    /** The next message, ignoring pings. */
    JsonNode next() throws InterruptedException {
        return next(Duration.ofSeconds(20)).orElseThrow(() -> new AssertionError("no message within 20 seconds"));
    }

    /** The next message, ignoring pings; empty if none arrives in time. */
    Optional<JsonNode> next(Duration limit) throws InterruptedException {
        JsonNode message;
        do {
            message = incoming.messages.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
        } while (message != null && message.path("type").asString().equals("ping"));
        return Optional.ofNullable(message);
    }

    /** The status with which the gateway closes the socket. */
    CompletableFuture<Integer> closed() {
        return incoming.closed;
    }

    @Override
    public void close() {
        socket.abort();
    }

    private void send(Map<String, Object> message) {
        socket.sendText(JsonMapper.shared().writeValueAsString(message), true).join();
    }

    private static final class Incoming implements WebSocket.Listener {

        private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final StringBuilder parts = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            parts.append(part);
            if (last) {
                messages.add(JsonMapper.shared().readTree(parts.toString()));
                parts.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed.complete(status);
            return null;
        }
    }
}
