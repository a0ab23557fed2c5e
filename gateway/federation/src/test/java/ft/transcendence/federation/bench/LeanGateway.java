package ft.transcendence.federation.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import ft.transcendence.federation.GraphQLRequest;
import ft.transcendence.federation.RequestContext;
import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.federation.SubgraphResponse;
import ft.transcendence.federation.engine.FederationEngine;
import ft.transcendence.federation.subgraphs.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The engine behind the JDK's own HTTP server and client, in a process of its own, so that tests have something to measure. */
final class LeanGateway {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final FederationEngine engine;
    private final String addition;

    private LeanGateway(String supergraph, String addition) {
        this.engine = FederationEngine.builder()
                .supergraph(supergraph)
                .transport(this::send)
                .build();
        this.addition = addition;
    }

    /** @param arguments text to append to each response, to make it wrong */
    public static void main(String... arguments) throws IOException {
        String supergraph = Files.readString(Path.of(System.getenv("SUPERGRAPH")));
        int port = Integer.parseInt(System.getenv("PORT"));
        LeanGateway gateway = new LeanGateway(supergraph, String.join("", arguments));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/graphql", gateway::respond);
        server.start();
    }

    private CompletableFuture<SubgraphResponse> send(SubgraphRequest request) {
        HttpRequest post = HttpRequest.newBuilder(URI.create(request.url()))
                .POST(BodyPublishers.ofByteArray(request.bodyAsBytes()))
                .build();
        return http.sendAsync(post, BodyHandlers.ofByteArray())
                .thenApply(response -> new SubgraphResponse(response.statusCode(), response.body()));
    }

    private void respond(HttpExchange exchange) throws IOException {
        Map<String, @Nullable Object> request =
                Json.fields(Json.read(exchange.getRequestBody().readAllBytes()));
        GraphQLRequest operation =
                GraphQLRequest.of(String.valueOf(request.get("query")), Json.fields(request.get("variables")));
        String response =
                engine.execute(operation, RequestContext.anonymous()).join().bodyAsString() + addition;
        byte[] bytes = response.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
