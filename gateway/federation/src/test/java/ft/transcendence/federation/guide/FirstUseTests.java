package ft.transcendence.federation.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import ft.transcendence.federation.GraphQLRequest;
import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.federation.RequestContext;
import ft.transcendence.federation.SubgraphResponse;
import ft.transcendence.federation.engine.FederationEngine;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first example of the README, against a subgraph on the network. */
class FirstUseTests {

    private static String run(Path supergraphFile) throws IOException {
        // tag::first-use[]
        HttpClient http = HttpClient.newHttpClient();
        FederationEngine engine = FederationEngine.builder()
                .supergraph(Files.readString(supergraphFile))
                .transport(request -> http.sendAsync(
                                HttpRequest.newBuilder(URI.create(request.url()))
                                        .header("Content-Type", "application/json")
                                        .POST(BodyPublishers.ofByteArray(request.bodyAsBytes()))
                                        .build(),
                                BodyHandlers.ofByteArray())
                        .thenApply(response -> new SubgraphResponse(response.statusCode(), response.body())))
                .build();

        GraphQLResponse response = engine.execute(GraphQLRequest.of("{ me { name } }"), RequestContext.anonymous())
                .join();
        // end::first-use[]
        return response.bodyAsString();
    }

    @Test
    void executesOverHttp(@TempDir Path folder) throws Exception {
        HttpServer users = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        users.createContext("/graphql", exchange -> {
            String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String name = request.equals("{\"query\":\"{me{name}}\"}")
                    ? "Ann"
                    : "unexpected request: " + request.replace('"', '\'');
            byte[] response = ("{\"data\":{\"me\":{\"name\":\"" + name + "\"}}}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, response.length);
            exchange.getResponseBody().write(response);
            exchange.close();
        });
        users.start();
        try {
            String url = "http://127.0.0.1:" + users.getAddress().getPort() + "/graphql";
            Path supergraph = Files.writeString(
                    folder.resolve("supergraph.graphql"), Guide.supergraph().replace("http://users/graphql", url));
            assertThat(run(supergraph)).isEqualTo("{\"data\":{\"me\":{\"name\":\"Ann\"}}}");
        } finally {
            users.stop(0);
        }
    }
}
