package ft.transcendence.platform.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A subscription over server-sent events. */
final class LiveStream implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String DATA = "data: ";

    private final Stream<String> lines;
    private final BlockingQueue<JsonNode> events = new LinkedBlockingQueue<>();
    private final CountDownLatch complete = new CountDownLatch(1);

    private LiveStream(Stream<String> lines) {
        this.lines = lines;
        Thread.ofVirtual().name("live stream").start(this::read);
    }

    /** Returns when the gateway has confirmed that the stream is open. */
    static LiveStream open(Platform platform, @Nullable String token, String subscription) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(platform.url() + "/graphql"))
                // of the head, which the gateway sends immediately, before the first event
                .timeout(Duration.ofSeconds(5))
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(Map.of("query", subscription))));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<Stream<String>> response = HTTP.send(request.build(), BodyHandlers.ofLines());
            if (response.statusCode() != 200) {
                throw new AssertionError("the stream was refused with " + response.statusCode());
            }
            return new LiveStream(response.body());
        } catch (IOException failure) {
            throw new AssertionError("no stream", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The next event. */
    JsonNode next() throws InterruptedException {
        JsonNode event = events.poll(20, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("no event within 20 seconds");
        }
        return event;
    }

    /** Whether the stream is completed within 20 seconds. */
    boolean completes() throws InterruptedException {
        return complete.await(20, TimeUnit.SECONDS);
    }

    private void read() {
        try {
            lines.forEach(line -> {
                if (line.equals("event: complete")) {
                    complete.countDown();
                } else if (line.startsWith(DATA)) {
                    events.add(JsonMapper.shared().readTree(line.substring(DATA.length())));
                }
            });
        } catch (UncheckedIOException closed) {
            // closed by us, or without `complete`
        }
    }

    @Override
    public void close() {
        lines.close();
    }
}
