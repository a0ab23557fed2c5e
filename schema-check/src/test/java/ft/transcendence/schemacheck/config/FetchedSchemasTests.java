package ft.transcendence.schemacheck.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import ft.transcendence.schemacheck.finding.CheckException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FetchedSchemasTests {
    private static final String SDL = "type Query { viewer: ID }";

    @TempDir
    private Path folder;

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/graphql", FetchedSchemasTests::subgraph);
        server.createContext("/schema.graphqls", exchange -> answer(exchange, 200, SDL));
        server.createContext("/missing", exchange -> answer(exchange, 404, "no"));
        server.createContext("/html", exchange -> answer(exchange, 200, "<html></html>"));
        server.createContext("/plain", exchange -> answer(exchange, 200, "{\"data\": {\"__typename\": \"Query\"}}"));
        server.createContext(
                "/refusing",
                exchange -> answer(exchange, 400, "{\"errors\": [{\"message\": \"Introspection is off.\"}]}"));
        server.createContext("/silent", exchange -> {
            // never answers; the client's time limit ends it
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static void subgraph(HttpExchange exchange) throws IOException {
        String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean isAllowed = "Bearer abc".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        boolean isQuestion = request.contains("_service { sdl }");
        answer(exchange, isQuestion && isAllowed ? 200 : 403, "{\"data\": {\"_service\": {\"sdl\": \"" + SDL + "\"}}}");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, 0);
            exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
        }
    }

    private SupergraphConfig read(String schema, Duration timeLimit) throws IOException {
        String address = "http://localhost:" + server.getAddress().getPort();
        Path file = folder.resolve("supergraph.yaml");
        Files.writeString(
                file,
                "subgraphs:\n  users:\n    routing_url: http://users/graphql\n    schema: "
                        + schema.replace("HERE", address));
        return SupergraphConfigReader.read(file, Map.of("TOKEN", "abc"), timeLimit);
    }

    @Test
    void aRunningSubgraphIsAskedForItsSchema() throws IOException {
        SupergraphConfig config = read(
                "{subgraph_url: HERE/graphql, introspection_headers: {Authorization: \"Bearer ${env.TOKEN}\"}}",
                Duration.ofSeconds(5));
        assertThat(config.subgraphs()).singleElement().satisfies(subgraph -> {
            assertThat(subgraph.sdl()).isEqualTo(SDL);
            assertThat(subgraph.url()).isEqualTo("http://users/graphql");
            assertThat(subgraph.file()).endsWith("/graphql");
        });
    }

    @Test
    void aSchemaIsReadFromAnAddress() throws IOException {
        assertThat(read("{url: HERE/schema.graphqls}", Duration.ofSeconds(5)).subgraphs())
                .extracting(SubgraphSchema::sdl)
                .containsExactly(SDL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{url: HERE/missing}               | /missing: answered with status 404",
                "{subgraph_url: HERE/missing}      | /missing: answered with status 404",
                "{subgraph_url: HERE/graphql}      | /graphql: answered with status 403",
                "{subgraph_url: HERE/html}         | /html: the answer to { _service { sdl } } has no schema; is it a"
                        + " federated subgraph?",
                "{subgraph_url: HERE/plain}        | /plain: the answer to { _service { sdl } } has no schema; is it a"
                        + " federated subgraph?",
                "{subgraph_url: HERE/refusing}     | /refusing: the subgraph does not show its schema: Introspection"
                        + " is off.",
                "{url: 'http://nowhere.invalid/s'} | http://nowhere.invalid/s: the host name cannot be resolved"
            })
    void anAnswerWithoutASchemaIsReported(String schema, String message) {
        assertThatExceptionOfType(CheckException.class)
                .isThrownBy(() -> read(schema, Duration.ofSeconds(5)))
                .withMessageEndingWith(message);
    }

    @Test
    void anAddressWithoutAServerIsReported() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThatExceptionOfType(CheckException.class)
                .isThrownBy(
                        () -> read("{subgraph_url: 'http://localhost:" + free + "/graphql'}", Duration.ofSeconds(5)))
                .withMessage("subgraph \"users\": http://localhost:" + free
                        + "/graphql: the connection was refused: is it running?");
    }

    @Test
    void aSubgraphThatDoesNotAnswerIsGivenUp() {
        assertThatExceptionOfType(CheckException.class)
                .isThrownBy(() -> read("{subgraph_url: HERE/silent}", Duration.ofMillis(300)))
                .withMessageEndingWith("/silent: no answer within 300 ms");
    }
}
