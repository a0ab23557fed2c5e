package ft.transcendence.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import ft.transcendence.federation.engine.FederationEngine;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The complete example of the engine's README: all that an application needs to execute federated operations. */
class EmbeddingTests {

    // tag::example[]
    static String execute(String supergraph, String query) {
        HttpClient http = HttpClient.newHttpClient();
        FederationEngine engine = FederationEngine.builder()
                .supergraph(supergraph)
                .transport(request -> {
                    byte[] body = new byte[request.body().remaining()];
                    request.body().get(body);
                    HttpRequest post = HttpRequest.newBuilder(URI.create(request.url()))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofByteArray(body))
                            .build();
                    return http.sendAsync(post, BodyHandlers.ofByteArray())
                            .thenApply(response -> new SubgraphResponse(response.statusCode(), response.body()));
                })
                .build();
        GraphQLResponse response = engine.execute(GraphQLRequest.of(query), RequestContext.anonymous())
                .join();
        return StandardCharsets.UTF_8.decode(response.body()).toString();
    }
    // end::example[]

    @Test
    void executesOverHttp() throws Exception {
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
            String supergraph = People.SUPERGRAPH.replace("http://users/graphql", url);
            assertThat(execute(supergraph, "{ me { name } }")).isEqualTo("{\"data\":{\"me\":{\"name\":\"Ann\"}}}");
        } finally {
            users.stop(0);
        }
    }
}
