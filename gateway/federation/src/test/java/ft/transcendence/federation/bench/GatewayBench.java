package ft.transcendence.federation.shop;

import ft.transcendence.federation.subgraphs.Json;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * Drives a running gateway over the shop's subgraphs and tells what one request costs it. {@code ./transcend bench} runs it.
 *
 * <p>The command that starts the gateway finds the supergraph's file in {@code SUPERGRAPH} and its port in {@code PORT}. CPU time is
 * that of the gateway's process alone, so that a busy machine spoils rates and latencies but not the cost.
 */
public final class GatewayBench {

    private static final int CONNECTIONS = Integer.getInteger("bench.connections", 16);
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warm", 20));
    private static final Duration MEASURE = Duration.ofSeconds(Integer.getInteger("bench.measure", 10));
    private static final Duration START = Duration.ofSeconds(300);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final ShopServers subgraphs;
    private final Process gateway;
    private final URI url;

    private record Scenario(String name, byte[] body) {
        static Scenario of(String name, String query, Map<String, Object> variables) {
            return new Scenario(name, Json.bytes(Map.of("query", query, "variables", variables)));
        }
    }

    /** Latencies in nanoseconds, sorted. */
    private record Load(long[] latencies, Duration time, Duration cpu) {

        double millis(double quantile) {
            int index = (int) Math.min(latencies.length - 1L, Math.round(quantile * latencies.length));
            return latencies[index] / 1e6;
        }
    }

    private GatewayBench(ShopServers subgraphs, Process gateway, int port) {
        this.subgraphs = subgraphs;
        this.gateway = gateway;
        this.url = URI.create("http://127.0.0.1:" + port + "/graphql");
    }

    /** @param command starts the gateway; its process, or the one it turns into, is measured */
    public static void main(String... command) throws Exception {
        List<Scenario> scenarios = List.of(
                Scenario.of("heavy", Shop.HEAVY, Map.of()),
                Scenario.of("small", Shop.SMALL, Map.of()),
                Scenario.of("join", Shop.JOIN, Map.of("n", 3)));
        System.out.printf(
                "%-6s %9s %9s %8s %8s %10s %10s %10s%n",
                "", "CPU ms", "req/s", "p50 ms", "p99 ms", "peak MB", "subgraph", "cold s");
        for (Scenario scenario : scenarios) {
            run(scenario, command);
        }
    }

    private static void run(Scenario scenario, String... command) throws Exception {
        Path supergraph = Files.createTempFile("supergraph", ".graphql");
        try (ShopServers subgraphs = new ShopServers()) {
            Files.writeString(supergraph, Shop.supergraph(subgraphs.port()));
            int port = freePort();
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Path.of("target", "bench-gateway.log").toFile());
            builder.environment().putAll(Map.of("SUPERGRAPH", supergraph.toString(), "PORT", Integer.toString(port)));
            Process gateway = builder.start();
            try {
                new GatewayBench(subgraphs, gateway, port).measure(scenario);
            } finally {
                gateway.destroy();
                gateway.waitFor();
            }
        } finally {
            Files.delete(supergraph);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void measure(Scenario scenario) throws Exception {
        long start = System.nanoTime();
        byte[] answer = firstAnswer(scenario);
        double coldStart = (System.nanoTime() - start) / 1e9;
        long before = subgraphs.requests();
        for (int i = 0; i < 10; i++) {
            send(scenario, answer);
        }
        double requests = (subgraphs.requests() - before) / 10.0;
        drive(scenario, answer, WARM_UP);
        Load load = drive(scenario, answer, MEASURE);
        System.out.printf(
                "%-6s %9.3f %9.0f %8.2f %8.2f %10d %10.1f %10.1f%n",
                scenario.name(),
                load.cpu.toNanos() / 1e6 / load.latencies.length,
                load.latencies.length / (load.time.toNanos() / 1e9),
                load.millis(0.5),
                load.millis(0.99),
                peakMegabytes(),
                requests,
                coldStart);
    }

    private byte[] firstAnswer(Scenario scenario) throws InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        while (gateway.isAlive() && System.nanoTime() < end) {
            try {
                HttpResponse<byte[]> response = http.send(request(scenario), BodyHandlers.ofByteArray());
                Map<String, ?> answer = Json.fields(Json.read(response.body()));
                if (response.statusCode() == 200 && answer.get("data") != null && !answer.containsKey("errors")) {
                    return response.body();
                }
                throw new IllegalStateException("The gateway answered " + answer);
            } catch (IOException notYet) {
                Thread.sleep(20);
            }
        }
        throw new IllegalStateException("The gateway did not start, see target/bench-gateway.log");
    }

    private HttpRequest request(Scenario scenario) {
        return HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofByteArray(scenario.body))
                .build();
    }

    private void send(Scenario scenario, byte[] expected) throws IOException, InterruptedException {
        byte[] answer = http.send(request(scenario), BodyHandlers.ofByteArray()).body();
        if (!Arrays.equals(answer, expected)) {
            throw new IllegalStateException(
                    "Another answer than the first one: " + new String(answer, StandardCharsets.UTF_8));
        }
    }

    private Load drive(Scenario scenario, byte[] expected, Duration duration) throws Exception {
        Duration cpuBefore = cpu();
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        List<long[]> latencies = new ArrayList<>();
        try (ExecutorService connections = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<long[]> connection = () -> {
                LongStream.Builder times = LongStream.builder();
                for (long now = System.nanoTime(); now < end; ) {
                    send(scenario, expected);
                    long after = System.nanoTime();
                    times.add(after - now);
                    now = after;
                }
                return times.build().toArray();
            };
            List<Future<long[]>> running = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                running.add(connections.submit(connection));
            }
            for (Future<long[]> done : running) {
                latencies.add(done.get());
            }
        }
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        long[] sorted =
                latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Load(sorted, time, cpu().minus(cpuBefore));
    }

    private Duration cpu() {
        return gateway.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** The most memory the process ever held; 0 where the system does not tell. */
    private long peakMegabytes() throws IOException {
        Path status = Path.of("/proc", Long.toString(gateway.pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
