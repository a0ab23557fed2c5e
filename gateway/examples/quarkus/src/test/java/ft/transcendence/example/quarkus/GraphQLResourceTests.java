package ft.transcendence.example.quarkus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import ft.transcendence.federation.engine.FederationEngine;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The beans, put together by hand, in front of a subgraph that answers with the caller's token. */
class GraphQLResourceTests {

    private static HttpServer subgraph;
    private static GraphQLResource resource;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
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
        String sdl = Files.readString(Path.of("../../federation/src/test/resources/guide/supergraph.graphql"))
                .replace(
                        "http://users/graphql",
                        "http://127.0.0.1:" + subgraph.getAddress().getPort() + "/graphql");
        FederationEngine engine = new EngineProducer()
                .engine(Files.writeString(folder.resolve("supergraph.graphql"), sdl), new SubgraphClient());
        resource = new GraphQLResource(engine);
    }

    @AfterAll
    static void stop() {
        subgraph.stop(0);
    }

    private static Response post(Map<String, Object> body) {
        return resource.execute(body, "Bearer ann").toCompletableFuture().join();
    }

    @Test
    void executesOperationsWithTheTokenOfTheClient() {
        Response response = post(Map.of("query", "{ me { name } }"));

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat((byte[]) response.getEntity())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"data\":{\"me\":{\"name\":\"Bearer ann\"}}}");
    }

    @Test
    void refusesWhatIsNotAnOperation() {
        Response response = post(Map.of("query", "{ nobody }"));

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat((byte[]) response.getEntity())
                .asString(StandardCharsets.UTF_8)
                .contains("GRAPHQL_VALIDATION_FAILED");
    }

    @Test
    void refusesWhatIsNotARequest() {
        assertThatExceptionOfType(BadRequestException.class)
                .isThrownBy(() -> post(Map.of()))
                .withMessageContaining("query");
    }
}
