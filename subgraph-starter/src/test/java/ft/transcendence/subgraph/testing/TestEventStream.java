package ft.transcendence.subgraph.testing;

import ft.transcendence.subgraph.security.GatewayCredentialFilter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A client for a subscription over server-sent events, like the gateway's. */
public final class TestEventStream implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final HttpClient client = HttpClient.newHttpClient();

    private TestEventStream(HttpRequest request) {
        // the head of the response is only sent with the first event
        Thread.ofVirtual().start(() -> read(request));
    }

    /** Subscribes with this access token. */
    public static TestEventStream open(int port, String token, String document) {
        return TestGraphQL.on(port).as(token).subscribe(document);
    }

    static TestEventStream open(URI endpoint, @Nullable String token, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .header(GatewayCredentialFilter.HEADER, TestEnvironment.GATEWAY_CREDENTIAL)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return new TestEventStream(request.build());
    }

    /** The data of the next event. Fails if none arrives in time. */
    public JsonNode next() {
        return TestJson.read(line("data:").substring("data:".length()));
    }

    /** The data of the next event, if one arrives within this time. */
    public Optional<JsonNode> poll(Duration patience) {
        return poll("data:", patience).map(line -> TestJson.read(line.substring("data:".length())));
    }

    /** Waits until the server completes the stream. */
    public void awaitEnd() {
        String line = line("event:");
        while (!line.strip().endsWith("complete")) {
            line = line("event:");
        }
    }

    private String line(String prefix) {
        return poll(prefix, PATIENCE).orElseThrow(() -> new AssertionError("No line starts with " + prefix));
    }

    /** The next line with this prefix. The time limit applies to each line before it, too. */
    private Optional<String> poll(String prefix, Duration patience) {
        try {
            String line = events.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            while (line != null && !line.startsWith(prefix)) {
                line = events.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            }
            return Optional.ofNullable(line);
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
