package ft.transcendence.platform.load;

import ft.transcendence.platform.load.profile.LayerShares;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The result of a measurement. CPU times are milliseconds per request, by process.
 *
 * @param environment what was measured
 * @param cold the first requests after a restart; empty if the applications were not restarted
 * @param operations the warm figures of each operation
 */
record Result(Environment environment, List<Window> cold, List<Measured> operations) {

    /**
     * What was measured.
     *
     * @param time when, in ISO 8601
     * @param commit the commit of the checkout, with {@code -dirty} if it has changes
     * @param cpus the number of CPUs
     * @param java the version of the JVM
     * @param forLoad whether the platform runs with {@code --for-load}; otherwise its JVMs do without their second compiler
     * @param players the number of players in users_db
     * @param matches the number of matches in matches_db
     * @param clients the number of concurrent clients
     * @param seconds the duration of each run
     * @param othersPercent the percentage of the machine's CPU time that other programs used; empty if unknown
     */
    record Environment(
            String time,
            String commit,
            int cpus,
            String java,
            boolean forLoad,
            long players,
            long matches,
            int clients,
            int seconds,
            Optional<Double> othersPercent) {}

    /**
     * A part of the time after a restart.
     *
     * @param from its begin, in seconds after all parts were ready
     * @param to its end, in seconds after all parts were ready
     * @param perSecond requests per second
     * @param failures requests that failed, such as those that exceeded a time limit
     * @param cpu CPU time per request
     */
    record Window(int from, int to, double perSecond, int failures, Map<String, Double> cpu) {}

    /**
     * The warm figures of an operation.
     *
     * @param warmUp what it took until they were warm
     * @param perSecond requests per second with all clients, each sending the next request after the response to the last one
     * @param cpu CPU time per request at that rate
     * @param steady latencies at a lower rate
     * @param statements SQL statements per request, in both databases
     * @param sql how often each statement is executed per request
     * @param subgraphRequests subgraph requests per request; empty if the subgraphs have no metrics
     * @param profile the share of each layer in each JVM, by process; empty without {@code --profile}
     */
    record Measured(
            String operation,
            WarmUp warmUp,
            double perSecond,
            Map<String, Double> cpu,
            Steady steady,
            double statements,
            Map<String, Double> sql,
            Optional<Double> subgraphRequests,
            Map<String, LayerShares> profile) {}

    /**
     * A warm-up.
     *
     * @param seconds how long it took
     * @param requests how many requests it took
     * @param stable whether the CPU time per request had stopped falling; if not, the time limit ended the warm-up
     */
    record WarmUp(int seconds, long requests, boolean stable) {}

    /**
     * Latencies at a fixed rate, counted from the time at which each request was due.
     *
     * @param perSecond the rate
     * @param p50 the median, in milliseconds
     * @param p99 the 99th percentile, in milliseconds
     */
    record Steady(double perSecond, double p50, double p99) {}

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    String toJson() {
        return JSON.writeValueAsString(this) + "\n";
    }

    static Result fromJson(String json) {
        return JSON.readValue(json, Result.class);
    }
}
