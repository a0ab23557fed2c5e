package ft.transcendence.federation.shop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import ft.transcendence.federation.subgraphs.InMemoryTransport;
import ft.transcendence.federation.subgraphs.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** The shop's subgraphs over HTTP on one port of this machine. Equal requests get the same bytes without being executed again. */
final class ShopServers implements AutoCloseable {

    private final HttpServer server;
    private final AtomicLong requests = new AtomicLong();

    ShopServers() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        Shop.subgraphs().forEach((name, subgraph) -> {
            Map<ByteBuffer, byte[]> answers = new ConcurrentHashMap<>();
            server.createContext("/" + name, exchange -> answer(exchange, subgraph, answers));
        });
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** How many requests came so far. */
    long requests() {
        return requests.get();
    }

    private void answer(HttpExchange exchange, InMemoryTransport.Subgraph subgraph, Map<ByteBuffer, byte[]> answers)
            throws IOException {
        requests.incrementAndGet();
        byte[] body = exchange.getRequestBody().readAllBytes();
        byte[] answer = answers.computeIfAbsent(
                ByteBuffer.wrap(body), request -> Json.bytes(subgraph.apply(Json.fields(Json.read(body)))));
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
