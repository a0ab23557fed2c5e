package ft.transcendence.federation.bench;

import ft.transcendence.platform.benchmark.CpuTime;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A gateway in a process of its own, and what the operating system knows about it. */
final class GatewayProcess implements AutoCloseable {

    private static final int LOG_LINES = 12;

    private final Process process;
    private final int port;
    private final Path log;

    private GatewayProcess(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** @param command reads the supergraph's file from {@code SUPERGRAPH} and its port from {@code PORT} */
    static GatewayProcess start(List<String> command, Path supergraph, boolean deduplicate, Path log)
            throws IOException {
        int port = freePort();
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "SUPERGRAPH",
                        supergraph.toString(),
                        "PORT",
                        Integer.toString(port),
                        "HOST",
                        "127.0.0.1",
                        "FORWARD_AUTH",
                        "1",
                        "DEDUPE",
                        deduplicate ? "1" : "0"));
        return new GatewayProcess(builder.start(), port, log);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    /** Waits for the process to end; whether it did within this time. */
    boolean endsWithin(Duration time) throws InterruptedException {
        return process.waitFor(time);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** User and system time of all its threads so far, in steps of the system's clock tick (10 ms on Linux). */
    Duration cpu() {
        return CpuTime.of(process.toHandle());
    }

    /** The peak memory; 0 if the system does not report it. */
    long peakMegabytes() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    /** The end of its output, for error messages. */
    String recentOutput() throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(15, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
