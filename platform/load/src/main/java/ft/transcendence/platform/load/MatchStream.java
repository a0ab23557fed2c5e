package ft.transcendence.platform.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The open stream of a player's matches, as the page of a waiting player has it. */
final class MatchStream implements AutoCloseable {

    private static final String DATA = "data: ";
    private static final String DOCUMENT = "{\"query\":\"subscription { myMatches { id status ticket { token } } }\"}";

    private final Stream<String> events;

    private MatchStream(Stream<String> events) {
        this.events = events;
    }

    /**
     * Opens the stream.
     *
     * @param matches receives each state of a match
     */
    static MatchStream open(HttpClient http, String gateway, String token, Consumer<JsonNode> matches)
            throws IOException, InterruptedException {
        HttpResponse<Stream<String>> response = http.send(
                HttpRequest.newBuilder(URI.create(gateway + "/graphql"))
                        .timeout(Duration.ofSeconds(10))
                        .header("Content-Type", "application/json")
                        .header("Accept", "text/event-stream")
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString(DOCUMENT))
                        .build(),
                BodyHandlers.ofLines());
        if (response.statusCode() != 200) {
            throw new LoadException("A stream was refused with HTTP " + response.statusCode() + ".");
        }
        MatchStream stream = new MatchStream(response.body());
        Thread.ofVirtual().name("matches of a player").start(() -> stream.read(matches));
        return stream;
    }

    private void read(Consumer<JsonNode> matches) {
        try {
            events.filter(line -> line.startsWith(DATA))
                    .map(line -> JsonMapper.shared()
                            .readTree(line.substring(DATA.length()))
                            .at("/data/myMatches"))
                    .filter(JsonNode::isObject)
                    .forEach(matches);
        } catch (UncheckedIOException closed) {
            // by us, or with the platform
        }
    }

    @Override
    public void close() {
        events.close();
    }
}
