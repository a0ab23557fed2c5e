package ft.transcendence.platform.e2e;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A browser's connection to a game server, which begins with a ticket. */
final class DoorSocket implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 20;

    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final HttpClient client = HttpClient.newHttpClient();

    private DoorSocket() {}

    /** Connects to the ticket's address and sends the ticket. */
    static DoorSocket open(JsonNode ticket) {
        DoorSocket socket = new DoorSocket();
        socket.client
                .newWebSocketBuilder()
                .buildAsync(URI.create(ticket.path("url").asString()), socket.new Messages())
                .join()
                .sendText(ticket.path("token").asString(), true)
                .join();
        return socket;
    }

    /** The next message, or the code and reason of the close. */
    String next() {
        try {
            String next = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("no message from the game server");
            }
            return next;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    /** Collects what the server sends. */
    private final class Messages implements WebSocket.Listener {

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean isLast) {
            messages.add(text.toString());
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            messages.add("closed " + code + " " + reason);
            return null;
        }
    }
}
