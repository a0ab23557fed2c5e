package ft.transcendence.federation.bench;

import java.time.Duration;
import java.util.Locale;

/**
 * The cost of one scenario.
 *
 * @param latencies of all requests in nanoseconds, in ascending order
 * @param time that all requests together took
 * @param cpu time of the gateway's process meanwhile
 * @param subgraphRequests per operation
 * @param coldStart from the start of the process to the first correct response
 */
record Measurement(
        Scenario scenario,
        long[] latencies,
        Duration time,
        Duration cpu,
        long peakMegabytes,
        double subgraphRequests,
        Duration coldStart) {

    static final String HEADER =
            row("", "CPU ms", "req/s", "p50 ms", "p99 ms", "peak MB", "subgraph req", "cold start s");

    Measurement {
        if (latencies.length == 0) {
            throw new IllegalArgumentException("No request was completed");
        }
    }

    /** CPU time of the gateway for one request. */
    double cpuMillis() {
        return cpu.toNanos() / 1e6 / latencies.length;
    }

    double requestsPerSecond() {
        return latencies.length / (time.toNanos() / 1e9);
    }

    /** The latency that this share of the requests did not exceed (nearest rank). */
    double latencyMillis(double share) {
        int rank = (int) Math.ceil(share * latencies.length);
        return latencies[Math.max(0, rank - 1)] / 1e6;
    }

    @Override
    public String toString() {
        return row(
                scenario.toString(),
                decimal(3, cpuMillis()),
                decimal(0, requestsPerSecond()),
                decimal(2, latencyMillis(0.5)),
                decimal(2, latencyMillis(0.99)),
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
