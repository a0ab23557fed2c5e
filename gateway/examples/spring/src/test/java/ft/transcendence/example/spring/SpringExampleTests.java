package ft.transcendence.example.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
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
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The application in front of a subgraph that answers with the caller's token. */
class SpringExampleTests {

    private static HttpServer subgraph;
    private static ConfigurableApplicationContext application;

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
        Path supergraph = Files.writeString(folder.resolve("supergraph.graphql"), sdl);
        application = SpringApplication.run(
                SpringExample.class,
                "--server.address=127.0.0.1",
                "--server.port=0",
                "--supergraph=" + supergraph.toUri());
    }

    @AfterAll
    static void stop() {
        application.close();
        subgraph.stop(0);
    }

    private static HttpResponse<String> post(String body) throws Exception {
        String port = application.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/graphql"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer ann")
                .POST(BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    @Test
    void executesOperationsWithTheTokenOfTheClient() throws Exception {
        HttpResponse<String> response = post("{\"query\": \"{ me { name } }\", \"variables\": null}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/graphql-response+json");
        assertThat(response.body()).isEqualTo("{\"data\":{\"me\":{\"name\":\"Bearer ann\"}}}");
    }

    @Test
    void refusesWhatIsNotAnOperation() throws Exception {
        HttpResponse<String> response = post("{\"query\": \"{ nobody }\"}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("GRAPHQL_VALIDATION_FAILED");
    }

    @Test
    void refusesWhatIsNotARequest() throws Exception {
        for (String body : List.of("", "{", "{}", "[]", "null")) {
            assertThat(post(body).statusCode()).as(body).isEqualTo(400);
        }
    }
}
