package ft.transcendence.federation.bench;

import ft.transcendence.platform.benchmark.LoadGenerator;
import ft.transcendence.platform.benchmark.LoadGenerator.Run;
import ft.transcendence.platform.benchmark.UnexpectedResponseException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Sends one operation to the gateway repeatedly, and compares each response with the correct one. */
final class LoadDriver {

    private static final int RESPONSE_TIMEOUT_MILLIS = 10_000;

    private final LoadGenerator generator = new LoadGenerator();
    private final int port;
    private final byte[] body;
    private final boolean sameCaller;
    private final byte[] request;
    private final AtomicLong callers = new AtomicLong();

    LoadDriver(int port, byte[] body, boolean sameCaller) {
        this.port = port;
        this.body = body;
        this.sameCaller = sameCaller;
        this.request = request("");
    }

    /** Sends it once, on a connection of its own. */
    WireConnection.Message send() throws IOException {
        try (WireConnection connection = connect()) {
            connection.send(nextRequest());
            return connection.receive();
        }
    }

    /** Sends it repeatedly on one connection. */
    void send(int times, byte[] expected) throws IOException {
        try (WireConnection connection = connect()) {
            generator.sequentially(() -> send(connection, expected), times).requireSuccess(0);
        }
    }

    /** Sends it repeatedly on several connections. */
    Run load(int connections, Duration duration, byte[] expected) throws IOException {
        List<WireConnection> open = new ArrayList<>();
        try {
            while (open.size() < connections) {
                open.add(connect());
            }
            List<LoadGenerator.Client> clients = open.stream()
                    .<LoadGenerator.Client>map(connection -> () -> send(connection, expected))
                    .toList();
            return generator.closedLoop(clients, duration).requireSuccess(0);
        } finally {
            for (WireConnection connection : open) {
                connection.close();
            }
        }
    }

    private void send(WireConnection connection, byte[] expected) {
        try {
            connection.send(nextRequest());
            byte[] received = connection.receive().body();
            if (!Arrays.equals(received, expected)) {
                throw new UnexpectedResponseException(
                        "A response differs from the first one: " + new String(received, StandardCharsets.UTF_8));
            }
        } catch (IOException failure) {
            throw new UnexpectedResponseException("No response: " + failure);
        }
    }

    private WireConnection connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(RESPONSE_TIMEOUT_MILLIS);
        return new WireConnection(socket);
    }

    private byte[] nextRequest() {
        return sameCaller ? request : request("Authorization: Bearer caller-" + callers.incrementAndGet() + "\r\n");
    }

    private byte[] request(String headers) {
        return WireConnection.message(
                "POST /graphql HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAccept: application/json\r\n" + headers,
                body);
    }
}
