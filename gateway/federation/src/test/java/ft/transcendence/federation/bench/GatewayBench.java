package ft.transcendence.federation.bench;

import ft.transcendence.federation.shop.Shop;
import ft.transcendence.federation.subgraphs.Json;
import ft.transcendence.platform.benchmark.LoadGenerator.Run;
import ft.transcendence.platform.benchmark.UnexpectedResponseException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;

/**
 * Measures what a request costs a running gateway, over the shop's subgraphs. Each scenario gets a new process: start until the first correct
 * response, ten requests to count those to subgraphs, load to warm up, load to measure. Every response is compared with the correct one.
 *
 * <p>CPU time is that of the gateway's process alone. A busy machine distorts it less than rates and latencies.
 */
public final class GatewayBench {

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(10);
    private static final Duration LONGEST_START = Duration.ofSeconds(90);
    private static final int COUNTED = 10;

    private final BenchSettings settings;
    private final PrintStream progress;
    private final Path log;

    /** @param log receives the gateway's output */
    GatewayBench(BenchSettings settings, PrintStream progress, Path log) {
        this.settings = settings;
        this.progress = progress;
        this.log = log;
    }

    public static void main(String... arguments) throws InterruptedException {
        if (arguments.length > 0 && arguments[0].equals("--help")) {
            System.out.print(BenchSettings.USAGE);
            return;
        }
        try {
            BenchSettings settings = BenchSettings.parse(List.of(arguments));
            List<Measurement> measurements =
                    new GatewayBench(settings, System.err, Path.of("target", "bench-gateway.log")).run();
            System.out.println(Measurement.HEADER);
            measurements.forEach(System.out::println);
        } catch (IllegalArgumentException wrongUse) {
            System.err.println("transcend: " + wrongUse.getMessage() + "\n" + BenchSettings.USAGE);
            System.exit(2);
        } catch (IOException | UnexpectedResponseException failed) {
            System.err.println("transcend: " + failed.getMessage());
            System.exit(1);
        }
    }

    /** @throws IOException if the gateway does not start, stops, or returns a wrong response */
    List<Measurement> run() throws IOException, InterruptedException {
        List<Measurement> measurements = new ArrayList<>();
        for (Scenario scenario : settings.scenarios()) {
            Path supergraph = Files.createTempFile("supergraph", ".graphql");
            try (MockSubgraphs subgraphs = new MockSubgraphs()) {
                Files.writeString(supergraph, Shop.supergraph(subgraphs.port()));
                measurements.add(measure(scenario, supergraph, subgraphs));
            } finally {
                Files.delete(supergraph);
            }
        }
        return measurements;
    }

    private Measurement measure(Scenario scenario, Path supergraph, MockSubgraphs subgraphs)
            throws IOException, InterruptedException {
        report(scenario, "starting the gateway");
        long started = System.nanoTime();
        try (GatewayProcess gateway =
                GatewayProcess.start(settings.command(), supergraph, settings.sameCaller(), log)) {
            LoadDriver driver = new LoadDriver(gateway.port(), scenario.body(), settings.sameCaller());
            byte[] response = firstResponse(scenario, gateway, driver, started + LONGEST_START.toNanos());
            Duration coldStart = Duration.ofNanos(System.nanoTime() - started);
            long before = subgraphs.requests();
            driver.send(COUNTED, response);
            double subgraphRequests = (double) (subgraphs.requests() - before) / COUNTED;

            report(scenario, "warming up for " + settings.warmUp().toSeconds() + " s");
            driver.load(settings.connections(), settings.warmUp(), response);
            report(scenario, "measuring for " + settings.measure().toSeconds() + " s");
            Duration cpuBefore = gateway.cpu();
            Run run = driver.load(settings.connections(), settings.measure(), response);
            Duration cpu = gateway.cpu().minus(cpuBefore);
            return new Measurement(scenario, run, cpu, gateway.peakMegabytes(), subgraphRequests, coldStart);
        }
    }

    private byte[] firstResponse(Scenario scenario, GatewayProcess gateway, LoadDriver driver, long giveUp)
            throws IOException, InterruptedException {
        do {
            WireConnection.Message response;
            try {
                response = driver.send();
            } catch (IOException notYet) {
                continue;
            }
            requireCorrect(scenario, response);
            return response.body();
        } while (!gateway.endsWithin(BETWEEN_TRIES) && System.nanoTime() < giveUp);
        String how = gateway.isAlive() ? "did not respond within " + LONGEST_START.toSeconds() + " s" : "stopped";
        throw new IOException("The gateway " + how + ". It printed:\n" + gateway.recentOutput());
    }

    private static void requireCorrect(Scenario scenario, WireConnection.Message response) throws IOException {
        String text = new String(response.body(), StandardCharsets.UTF_8);
        if (!response.startLine().startsWith("HTTP/1.1 200") || !isCorrect(scenario, text)) {
            throw new IOException("Wrong response to " + scenario + ": " + response.startLine() + "\n" + text);
        }
    }

    private static boolean isCorrect(Scenario scenario, String response) {
        try {
            return Json.same(Json.read(response), scenario.expectedResponse());
        } catch (JacksonException malformed) {
            return false;
        }
    }

    private void report(Scenario scenario, String what) {
        progress.println(scenario + ": " + what);
    }
}
