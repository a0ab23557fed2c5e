package ft.transcendence.federation.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

/** Sends one operation to the gateway repeatedly, and compares each response with the correct one. */
final class LoadDriver {

    private static final int RESPONSE_TIMEOUT_MILLIS = 10_000;

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
            for (int i = 0; i < times; i++) {
                send(connection, expected);
            }
        }
    }

    /**
     * Sends it repeatedly on several connections.
     *
     * @return the latencies in nanoseconds, in ascending order
     */
    long[] load(int connections, Duration duration, byte[] expected) throws IOException, InterruptedException {
        long end = System.nanoTime() + duration.toNanos();
        Callable<long[]> connection = () -> sendUntil(end, expected);
        List<Future<long[]>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            for (int i = 0; i < connections; i++) {
                running.add(threads.submit(connection));
            }
        }
        List<long[]> latencies = new ArrayList<>();
        for (Future<long[]> done : running) {
            try {
                latencies.add(done.get());
            } catch (ExecutionException failed) {
                throw new IOException("The load stopped: " + failed.getCause(), failed);
            }
        }
        return latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    }

    private long[] sendUntil(long end, byte[] expected) throws IOException {
        LongStream.Builder latencies = LongStream.builder();
        try (WireConnection connection = connect()) {
            for (long now = System.nanoTime(); now < end; ) {
                send(connection, expected);
                long after = System.nanoTime();
                latencies.add(after - now);
                now = after;
            }
        }
        return latencies.build().toArray();
    }

    private void send(WireConnection connection, byte[] expected) throws IOException {
        connection.send(nextRequest());
        byte[] received = connection.receive().body();
        if (!Arrays.equals(received, expected)) {
            throw new IOException(
                    "Another expected than the first one: " + new String(received, StandardCharsets.UTF_8));
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
