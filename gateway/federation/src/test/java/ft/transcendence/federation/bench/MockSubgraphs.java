package ft.transcendence.federation.bench;

import ft.transcendence.federation.shop.Shop;
import ft.transcendence.federation.subgraphs.InMemoryTransport;
import ft.transcendence.federation.subgraphs.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** The shop's subgraphs on one local port. Equal requests get the same bytes without being executed again. */
final class MockSubgraphs implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 1_024, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("subgraph-", 0).factory());
    private final Map<String, InMemoryTransport.Subgraph> subgraphs = Shop.subgraphs();
    private final Map<RequestKey, byte[]> responses = new ConcurrentHashMap<>();
    private final AtomicLong requests = new AtomicLong();

    /** @param subgraph the request line, which names the subgraph in its path */
    private record RequestKey(String subgraph, ByteBuffer body) {}

    MockSubgraphs() throws IOException {
        threads.execute(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** The number of requests so far. */
    long requests() {
        return requests.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (WireConnection connection = new WireConnection(socket)) {
            while (true) {
                WireConnection.Message request = connection.receive();
                requests.incrementAndGet();
                connection.send(responses.computeIfAbsent(
                        new RequestKey(request.startLine(), ByteBuffer.wrap(request.body())), this::respond));
            }
        } catch (IOException closedByGateway) {
            // the gateway opens another connection
        }
    }

    private byte[] respond(RequestKey key) {
        String name = key.subgraph().split("[ /]+", 3)[1];
        InMemoryTransport.Subgraph subgraph = subgraphs.get(name);
        if (subgraph == null) {
            return WireConnection.message("HTTP/1.1 404 Not Found\r\n", new byte[0]);
        }
        Object body = Json.read(key.body().array());
        return WireConnection.message("HTTP/1.1 200 OK\r\n", Json.bytes(subgraph.apply(Json.fields(body))));
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
