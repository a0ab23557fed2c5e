package ft.transcendence.matches.testing;

import ft.transcendence.subgraph.caller.GatewayCredentialFilter;
import ft.transcendence.subgraph.testing.TestEnvironment;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A subscription over server-sent events, as the gateway opens it. */
public final class EventStream implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 15;

    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final HttpClient client = HttpClient.newHttpClient();

    private EventStream(HttpRequest request) {
        // the response's head comes with the first event only
        Thread.ofVirtual().start(() -> read(request));
    }

    /** Subscribes with this access token. */
    public static EventStream open(int port, String token, String document) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/graphql"))
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + token)
                .header(GatewayCredentialFilter.HEADER, TestEnvironment.GATEWAY_CREDENTIAL)
                .POST(HttpRequest.BodyPublishers.ofString(
                        JsonMapper.shared().writeValueAsString(Map.of("query", document))))
                .build();
        return new EventStream(request);
    }

    /** The next event's body; fails when none comes. */
    public JsonNode next() {
        return JsonMapper.shared().readTree(line("data:").substring("data:".length()));
    }

    /** Waits until the server says that nothing more follows. */
    public void awaitEnd() {
        String line = line("event:");
        while (!line.strip().endsWith("complete")) {
            line = line("event:");
        }
    }

    private String line(String prefix) {
        try {
            while (true) {
                String line = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (line == null) {
                    throw new AssertionError("Nothing came that starts with " + prefix);
                }
                if (line.startsWith(prefix)) {
                    return line;
                }
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interruption);
        }
    }

    private void read(HttpRequest request) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                client.send(request, HttpResponse.BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(events::add);
        } catch (IOException | UncheckedIOException closed) {
            events.add("closed");
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
