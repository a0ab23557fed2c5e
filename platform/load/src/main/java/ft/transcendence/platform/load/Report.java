package ft.transcendence.platform.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The tables of results that end a measurement. */
final class Report {

    /** A rate is sustained if it is reached and all totals are updated within this time after the last result. */
    private static final Duration NO_BACKLOG = Duration.ofSeconds(2);

    private static final double REACHED = 0.97;

    private final List<Measured> operations = new ArrayList<>();
    private final List<Delay> delays = new ArrayList<>();
    private int wrongTotals;

    /**
     * One operation.
     *
     * @param statements SQL statements per request, in both databases
     * @param subgraphRequests subgraph requests per request
     * @param alone latencies with one client
     * @param highest requests per second in a closed loop
     * @param rate the fixed rate of {@code steady} and {@code cpu}
     * @param steady latencies at that rate
     * @param cpu milliseconds of CPU time per request at that rate, by part
     */
    record Measured(
            String operation,
            double statements,
            double subgraphRequests,
            Latencies alone,
            double highest,
            double rate,
            Latencies steady,
            Map<String, Double> cpu) {}

    /**
     * Results reported at a fixed rate.
     *
     * @param rate results per second that were due
     * @param reached results per second that were accepted
     * @param reporting latencies of the mutation
     * @param delays from the end of a match to its players' totals
     * @param rest how long after the last response the last total was written
     */
    record Delay(double rate, double reached, Latencies reporting, Latencies delays, Duration rest) {

        boolean sustained() {
            return reached >= rate * REACHED && rest.compareTo(NO_BACKLOG) < 0;
        }
    }

    void add(Measured operation) {
        operations.add(operation);
    }

    void add(Delay delay) {
        delays.add(delay);
    }

    void totals(int differing) {
        wrongTotals = differing;
    }

    double highestRateOfResults() {
        return operations.getLast().highest();
    }

    boolean isCorrect() {
        return wrongTotals == 0;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        line(
                text,
                "%-15s %5s %9s %17s %9s %9s %17s",
                "operation",
                "SQL",
                "subgraph",
                "one client, ms",
                "highest",
                "steady",
                "steady, ms");
        line(text, "%-15s %5s %9s %17s %9s %9s %17s", "", "", "requests", "p50 / p99", "req/s", "req/s", "p50 / p99");
        for (Measured each : operations) {
            line(
                    text,
                    "%-15s %5.1f %9.1f %17s %9.0f %9.0f %17s",
                    each.operation(),
                    each.statements(),
                    each.subgraphRequests(),
                    each.alone(),
                    each.highest(),
                    each.rate(),
                    each.steady());
        }
        line(text, "");
        line(
                text,
                "%-15s %9s %9s %9s %11s %9s",
                "CPU, ms/request",
                "gateway",
                "users",
                "matches",
                "PostgreSQL",
                "Kafka");
        for (Measured each : operations) {
            line(
                    text,
                    "%-15s %9.2f %9.2f %9.2f %11.2f %9.2f",
                    each.operation(),
                    each.cpu().getOrDefault(CpuMeter.GATEWAY, 0.0),
                    each.cpu().getOrDefault(CpuMeter.USERS, 0.0),
                    each.cpu().getOrDefault(CpuMeter.MATCHES, 0.0),
                    each.cpu().getOrDefault(CpuMeter.POSTGRESQL, 0.0),
                    each.cpu().getOrDefault(CpuMeter.KAFKA, 0.0));
        }
        line(text, "");
        line(
                text,
                "%-15s %9s %17s %21s %10s",
                "results/s due",
                "accepted",
                "latency, ms",
                "delay of totals, ms",
                "sustained");
        for (Delay each : delays) {
            line(
                    text,
                    "%-15.0f %9.0f %17s %21s %10s",
                    each.rate(),
                    each.reached(),
                    each.reporting(),
                    each.delays(),
                    each.sustained() ? "yes" : "no");
        }
        line(text, "");
        line(
                text,
                "%s",
                wrongTotals == 0
                        ? "Every response was correct, and all totals match the history."
                        : wrongTotals + " players have totals that differ from their match history.");
        return text.toString();
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
