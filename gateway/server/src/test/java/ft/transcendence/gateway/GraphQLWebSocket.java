package ft.transcendence.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A client that speaks {@code graphql-transport-ws}, message by message. */
final class GraphQLWebSocket implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Receiver receiver = new Receiver();
    private final WebSocket socket;

    private GraphQLWebSocket(int port, String... headers) {
        WebSocket.Builder builder = HTTP.newWebSocketBuilder().subprotocols("graphql-transport-ws");
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        this.socket = builder.buildAsync(URI.create("ws://127.0.0.1:" + port + "/graphql"), receiver)
                .join();
    }

    /** Opens a WebSocket without initialising it. */
    static GraphQLWebSocket connect(int port, String... headers) {
        return new GraphQLWebSocket(port, headers);
    }

    /** Opens and initialises a WebSocket for an anonymous caller. */
    static GraphQLWebSocket initialised(int port) throws InterruptedException {
        GraphQLWebSocket client = connect(port);
        client.send("{\"type\":\"connection_init\"}");
        assertThat(client.next()).isEqualTo("{\"type\":\"connection_ack\"}");
        return client;
    }

    void send(String message) {
        socket.sendText(message, true).join();
    }

    /** Sends the first fragment of a message that is never completed. */
    void sendPart(String message) {
        socket.sendText(message, false).join();
    }

    /** The next message; null when none arrives. */
    @Nullable String next() throws InterruptedException {
        return receiver.messages.poll(10, TimeUnit.SECONDS);
    }

    /** The status with which the server closes the connection. */
    int awaitClose(Duration patience) throws Exception {
        return receiver.closed.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Disconnects without a close frame. */
    @Override
    public void close() {
        socket.abort();
    }

    private static final class Receiver implements WebSocket.Listener {
        final CompletableFuture<Integer> closed = new CompletableFuture<>();
        final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
        private final StringBuilder parts = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            parts.append(data);
            if (last) {
                messages.add(parts.toString());
                parts.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
            closed.complete(statusCode);
            return null;
        }
    }
}
