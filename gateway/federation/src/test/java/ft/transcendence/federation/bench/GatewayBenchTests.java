package ft.transcendence.federation.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ft.transcendence.platform.benchmark.Latencies;
import ft.transcendence.platform.benchmark.LoadGenerator.Run;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("nightly")
class GatewayBenchTests {

    private final ByteArrayOutputStream progress = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private List<Measurement> bench(List<String> options, List<String> command)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(options);
        arguments.add("--");
        arguments.addAll(command);
        PrintStream lines = new PrintStream(progress, true, StandardCharsets.UTF_8);
        return new GatewayBench(BenchSettings.parse(arguments), lines, folder.resolve("gateway.log")).run();
    }

    private static List<String> java(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                LeanGateway.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    @Test
    void reportsWhatEachScenarioCosts() throws Exception {
        List<Measurement> measurements = bench(List.of("--warm", "0", "--measure", "1", "--connections", "2"), java());
        assertThat(measurements).extracting(Measurement::scenario).containsExactly(Scenario.values());
        assertThat(measurements.get(0).subgraphRequests()).isBetween(4.0, 8.0);
        assertThat(measurements.get(1).subgraphRequests()).isEqualTo(1);
        assertThat(measurements.get(2).subgraphRequests()).isEqualTo(2);
        assertThat(measurements).allSatisfy(measurement -> {
            assertThat(measurement.run().elapsed()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(20));
            assertThat(measurement.cpuMillis()).isPositive();
            assertThat(measurement.run().latencies().millis(0.5)).isPositive();
            assertThat(measurement.coldStart()).isPositive();
        });
        assertThat(progress.toString(StandardCharsets.UTF_8))
                .startsWith("heavy: starting the gateway\nheavy: warming up for 0 s\nheavy: measuring for 1 s\nsmall:");
    }

    @Test
    void refusesAWrongResponse() {
        assertThatThrownBy(() -> bench(List.of("--only", "small"), java(" {\"more\": 1}")))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("Wrong response to small: HTTP/1.1 200 OK");
    }

    @Test
    void showsTheOutputOfAGatewayThatStopped() {
        assertThatThrownBy(() -> bench(List.of("--only", "small"), List.of("sh", "-c", "echo no memory left; exit 3")))
                .isInstanceOf(IOException.class)
                .hasMessage("The gateway stopped. It printed:\nno memory left");
    }

    @Test
    void explainsItsOptions() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenchSettings.parse(List.of("--only", "tiny", "--", "true")))
                .withMessage("No scenario tiny; there are heavy, small and join");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenchSettings.parse(List.of("--warm", "long", "--", "true")))
                .withMessage("--warm takes a number, not long");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenchSettings.parse(List.of("--only")))
                .withMessage("--only needs a value");
    }

    @Test
    void reportsARow() {
        long[] latencies = {1_000_000, 2_000_000, 3_000_000, 9_000_000};
        Measurement measurement = new Measurement(
                Scenario.SMALL,
                new Run(new Latencies(latencies), List.of(), Duration.ofSeconds(2)),
                Duration.ofMillis(6),
                100,
                1,
                Duration.ofMillis(1_500));
        assertThat(measurement)
                .hasToString("small     1.500        2     2.00     9.00      100           1.0           1.5");
    }
}
