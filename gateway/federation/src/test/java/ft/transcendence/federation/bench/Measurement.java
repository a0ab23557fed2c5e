package ft.transcendence.federation.bench;

import ft.transcendence.platform.benchmark.LoadGenerator.Run;
import java.time.Duration;
import java.util.Locale;

/**
 * The cost of one scenario.
 *
 * @param run the requests
 * @param cpu time of the gateway's process meanwhile
 * @param subgraphRequests per operation
 * @param coldStart from the start of the process to the first correct response
 */
record Measurement(
        Scenario scenario, Run run, Duration cpu, long peakMegabytes, double subgraphRequests, Duration coldStart) {

    static final String HEADER =
            row("", "CPU ms", "req/s", "p50 ms", "p99 ms", "peak MB", "subgraph req", "cold start s");

    Measurement {
        if (run.requests() == 0) {
            throw new IllegalArgumentException("No request was completed");
        }
    }

    /** CPU time of the gateway for one request. */
    double cpuMillis() {
        return cpu.toNanos() / 1e6 / run.requests();
    }

    @Override
    public String toString() {
        return row(
                scenario.toString(),
                decimal(3, cpuMillis()),
                decimal(0, run.perSecond()),
                decimal(2, run.latencies().millis(0.5)),
                decimal(2, run.latencies().millis(0.99)),
                Long.toString(peakMegabytes),
                decimal(1, subgraphRequests),
                decimal(1, coldStart.toNanos() / 1e9));
    }

    private static String decimal(int digits, double value) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    private static String row(Object... cells) {
        return String.format("%-6s %8s %8s %8s %8s %8s %13s %13s", cells);
    }
}
