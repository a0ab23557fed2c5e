package ft.transcendence.example.httpserver;

import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.federation.SubgraphResponse;
import ft.transcendence.federation.SubgraphTransport;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Calls subgraphs with the JDK's HTTP client. */
// tag::jdk-transport[]
final class SubgraphClient implements SubgraphTransport {

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    @Override
    public CompletableFuture<SubgraphResponse> send(SubgraphRequest request) {
        HttpRequest.Builder post = HttpRequest.newBuilder(URI.create(request.url()))
                .timeout(Duration.ofSeconds(5))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(request.bodyAsBytes()));
        request.context().attribute("authorization").ifPresent(value -> post.header("Authorization", value.toString()));
        return http.sendAsync(post.build(), BodyHandlers.ofByteArray())
                .thenApply(response -> new SubgraphResponse(response.statusCode(), response.body()));
    }
}
// end::jdk-transport[]
