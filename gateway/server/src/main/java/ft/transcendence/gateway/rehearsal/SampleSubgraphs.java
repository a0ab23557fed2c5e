package ft.transcendence.gateway.rehearsal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/** All subgraphs of a supergraph on one port of this machine, with {@link SampleData}. */
final class SampleSubgraphs implements AutoCloseable {
    private final JsonMapper json = JsonMapper.shared();
    private final SampleData data;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    SampleSubgraphs(SampleData data) throws IOException {
        this.data = data;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::respond);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/graphql");
    }

    private void respond(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<?, ?> request = json.readValue(exchange.getRequestBody(), Map.class);
            Map<?, ?> variables = request.get("variables") instanceof Map<?, ?> given ? given : Map.of();
            byte[] body = json.writeValueAsBytes(
                    Map.of("data", data.execute(String.valueOf(request.get("query")), variables)));
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
