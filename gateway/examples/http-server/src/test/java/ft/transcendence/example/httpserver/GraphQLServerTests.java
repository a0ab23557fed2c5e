package ft.transcendence.example.httpserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import ft.transcendence.federation.engine.FederationEngine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The server in front of a subgraph that answers with the caller's token. */
class GraphQLServerTests {

    private static HttpServer subgraph;
    private static HttpServer server;

    @BeforeAll
    static void start() throws IOException {
        subgraph = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        subgraph.createContext("/graphql", exchange -> {
            String token = exchange.getRequestHeaders().getFirst("Authorization");
            byte[] body =
                    "{\"data\":{\"me\":{\"name\":\"%s\"}}}".formatted(token).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        subgraph.start();
        server = new GraphQLServer(supergraph()).start(0);
    }

    @AfterAll
    static void stop() {
        server.stop(0);
        subgraph.stop(0);
    }

    private static String supergraph() throws IOException {
        return Files.readString(Path.of("../../federation/src/test/resources/guide/supergraph.graphql"))
                .replace("http://users/graphql", address(subgraph));
    }

    private static String address(HttpServer of) {
        return "http://127.0.0.1:" + of.getAddress().getPort() + "/graphql";
    }

    private static HttpResponse<String> post(String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address(server)))
                .header("Authorization", "Bearer ann")
                .POST(BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    @Test
    void executesOperationsWithTheTokenOfTheClient() throws Exception {
        HttpResponse<String> response = post("{\"query\": \"{ me { name } }\"}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/graphql-response+json");
        assertThat(response.body()).isEqualTo("{\"data\":{\"me\":{\"name\":\"Bearer ann\"}}}");
    }

    @Test
    void refusesWhatIsNotAnOperation() throws Exception {
        assertThat(post("{\"query\": \"{ nobody }\"}").statusCode()).isEqualTo(400);
        assertThat(post("{\"query\": \"{ nobody }\"}").body()).contains("GRAPHQL_VALIDATION_FAILED");
    }

    @Test
    void refusesWhatIsNotARequest() throws Exception {
        for (String body : List.of("", "{", "{}", "[]", "null")) {
            assertThat(post(body).statusCode()).as(body).isEqualTo(400);
        }
    }

    @Test
    void runsOnTheModulePath() {
        assertThat(FederationEngine.class.getModule().getName()).isEqualTo("ft.transcendence.federation");
        assertThat(GraphQLServer.class.getModule().getName()).isEqualTo("ft.transcendence.example.httpserver");
    }
}
