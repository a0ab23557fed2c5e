package ft.transcendence.example.httpserver;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import ft.transcendence.federation.GraphQLRequest;
import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.federation.RequestContext;
import ft.transcendence.federation.engine.FederationEngine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** GraphQL over HTTP, with a virtual thread for each request. */
// tag::http-server[]
final class GraphQLServer {

    private static final int MOST_BYTES = 1 << 20;

    private final JsonMapper json = new JsonMapper();
    private final FederationEngine engine;

    GraphQLServer(String supergraph) {
        engine = FederationEngine.builder()
                .supergraph(supergraph)
                .transport(new SubgraphClient())
                .planOnCallingThread()
                .build();
    }

    HttpServer start(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/graphql", this::handle);
        server.start();
        return server;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            GraphQLRequest request;
            try {
                byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES);
                request = GraphQLRequest.fromJson(json.readValue(body, Map.class));
            } catch (JacksonException | IllegalArgumentException malformed) {
                send(exchange, 400, "text/plain", "The body is not a GraphQL request".getBytes(StandardCharsets.UTF_8));
                return;
            }
            GraphQLResponse response =
                    engine.execute(request, context(exchange)).join();
            send(exchange, response.httpStatus(), "application/graphql-response+json", response.bodyAsBytes());
        }
    }

    private static RequestContext context(HttpExchange exchange) {
        RequestContext.Builder context =
                RequestContext.builder().deadline(Instant.now().plusSeconds(10));
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (authorization != null) {
            context.attribute("authorization", authorization);
        }
        return context.build();
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    public static void main(String... arguments) throws IOException {
        new GraphQLServer(Files.readString(Path.of(arguments[0]))).start(4000);
    }
}
// end::http-server[]
