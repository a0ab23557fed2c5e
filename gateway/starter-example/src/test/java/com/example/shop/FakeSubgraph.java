package com.example.shop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Responds like a subgraph, always the same, and remembers the regions that it is told. */
final class FakeSubgraph implements AutoCloseable {
    private final HttpServer server;
    private final List<String> regions = new CopyOnWriteArrayList<>();

    private FakeSubgraph(HttpServer server) {
        this.server = server;
    }

    /**
     * Starts one on a free port.
     *
     * @param response to queries
     * @param events to subscriptions
     */
    static FakeSubgraph start(String response, String events) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            FakeSubgraph subgraph = new FakeSubgraph(server);
            server.createContext("/", exchange -> subgraph.respond(exchange, response, events));
            server.start();
            return subgraph;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void respond(HttpExchange exchange, String response, String events) throws IOException {
        regions.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-Region")));
        String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean subscription = request.contains("subscription");
        byte[] body = (subscription ? events : response).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", subscription ? "text/event-stream" : "application/json");
        exchange.sendResponseHeaders(200, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    List<String> regions() {
        return regions;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
