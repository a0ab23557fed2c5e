package ft.transcendence.federation.guide;

import ft.transcendence.federation.SubgraphResponse;
import ft.transcendence.federation.SubgraphTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** The supergraph of the examples, and subgraphs without a network. */
final class Guide {

    static final Path SUPERGRAPH_FILE = Path.of("src/test/resources/guide/supergraph.graphql");

    private Guide() {}

    static String supergraph() {
        try {
            return Files.readString(SUPERGRAPH_FILE);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Answers every request to {@code users}, and every request to {@code reviews}, alike. */
    static SubgraphTransport subgraphs(String users, String reviews) {
        return request ->
                CompletableFuture.completedFuture(response(request.subgraph().equals("users") ? users : reviews));
    }

    static SubgraphResponse response(String body) {
        return new SubgraphResponse(200, body.getBytes(StandardCharsets.UTF_8));
    }
}
