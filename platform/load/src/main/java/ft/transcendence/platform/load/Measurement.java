package ft.transcendence.platform.load;

import ft.transcendence.platform.benchmark.LoadGenerator.Run;
import ft.transcendence.platform.load.Result.Measured;
import ft.transcendence.platform.load.Result.Steady;
import ft.transcendence.platform.load.Result.WarmUp;
import ft.transcendence.platform.load.Result.Window;
import ft.transcendence.platform.load.profile.LayerShares;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Measures operations one after the other: each is warmed up, counted, run as fast as the clients can, and then at a lower fixed rate for its
 * latency.
 */
final class Measurement {

    private static final Duration WINDOW = Duration.ofSeconds(5);
    private static final Duration COLD_WINDOW = Duration.ofSeconds(10);
    private static final int COLD_WINDOWS = 10;
    private static final double STEADY_FRACTION = 0.6;

    /** Cold processes can exceed time limits. */
    private static final double TOLERATED_COLD_FAILURES = 0.1;

    /** More requests per second than a machine of this size reaches; for preparing enough of them. */
    private static final int MAX_RATE = 500;

    private final GatewayLoad load;
    private final ProcessMeter meter;
    private final MachineMeter machine = new MachineMeter();
    private final RequestCounter counter;
    private final Optional<Profiler> profiler;
    private final Settings settings;
    private final Progress progress;

    /**
     * How to measure.
     *
     * @param clients the number of concurrent clients
     * @param run the duration of each run
     * @param maxWarmUp when a warm-up ends even if the CPU time per request still falls
     */
    record Settings(int clients, Duration run, Duration maxWarmUp) {}

    Measurement(
            GatewayLoad load,
            ProcessMeter meter,
            RequestCounter counter,
            Optional<Profiler> profiler,
            Settings settings,
            Progress progress) {
        this.load = load;
        this.meter = meter;
        this.counter = counter;
        this.profiler = profiler;
        this.settings = settings;
        this.progress = progress;
    }

    /** The percentage of the machine's CPU time that other programs used during all runs; empty if unknown. */
    Optional<Double> othersPercent() {
        return machine.othersPercent();
    }

    /** Measures the first requests after a start, in windows. */
    List<Window> cold(Operation operation) throws SQLException, InterruptedException {
        List<Window> windows = new ArrayList<>();
        int seconds = (int) COLD_WINDOW.toSeconds();
        for (int number = 0; number < COLD_WINDOWS; number++) {
            Sample sample = sample(operation, COLD_WINDOW, TOLERATED_COLD_FAILURES);
            Window window = new Window(
                    number * seconds,
                    (number + 1) * seconds,
                    sample.run().perSecond(),
                    sample.run().failures().size(),
                    sample.cpu());
            windows.add(window);
            progress.say(
                    "%s, cold: %d–%d s after the start, %s CPU-ms per request, %.0f/s, %d failed",
                    operation.name(),
                    window.from(),
                    window.to(),
                    MarkdownReport.number(ProcessMeter.sum(window.cpu())),
                    window.perSecond(),
                    window.failures());
        }
        return windows;
    }

    Measured warm(Operation operation) throws Exception {
        WarmUp warmUp = warmUp(operation);
        operation.supply().ensure(RequestCounter.REQUESTS);
        RequestCounter.Count count = counter.count(operation, load);
        progress.say(
                "%s: %s SQL statements, %s subgraph requests",
                operation.name(),
                MarkdownReport.number(count.statements()),
                count.subgraphRequests().map(MarkdownReport::number).orElse("unknown"));

        Sample fast = sample(operation, settings.run(), 0);
        progress.say(
                "%s: %s CPU-ms per request, %.0f/s with %d clients",
                operation.name(),
                MarkdownReport.number(ProcessMeter.sum(fast.cpu())),
                fast.run().perSecond(),
                settings.clients());

        double rate = fast.run().perSecond() * STEADY_FRACTION;
        operation.supply().ensure((int) (rate * settings.run().toSeconds()) + 1);
        Run steady =
                load.atFixedRate(rate, operation.requests(), settings.run()).requireSuccess(0);
        operation.aftermath().await();
        progress.say("%s: %s ms (p50 / p99) at %.0f/s", operation.name(), steady.latencies(), rate);
        return new Measured(
                operation.name(),
                warmUp,
                fast.run().perSecond(),
                fast.cpu(),
                new Steady(
                        rate, steady.latencies().millis(0.5), steady.latencies().millis(0.99)),
                count.statements(),
                count.sql(),
                count.subgraphRequests(),
                profiler.isEmpty() ? Map.of() : profile(operation, profiler.get()));
    }

    private WarmUp warmUp(Operation operation) throws SQLException, InterruptedException {
        Stability stability = new Stability();
        Duration elapsed = Duration.ZERO;
        long requests = 0;
        while (!stability.isReached() && elapsed.compareTo(settings.maxWarmUp()) < 0) {
            Sample sample = sample(operation, WINDOW, TOLERATED_COLD_FAILURES);
            double cost = ProcessMeter.sum(sample.cpu());
            stability.add(cost);
            elapsed = elapsed.plus(WINDOW);
            requests += sample.run().requests();
            progress.say(
                    "%s: warming up, %d s, %s CPU-ms per request",
                    operation.name(), elapsed.toSeconds(), MarkdownReport.number(cost));
        }
        return new WarmUp((int) elapsed.toSeconds(), requests, stability.isReached());
    }

    private Map<String, LayerShares> profile(Operation operation, Profiler recorder) throws SQLException {
        progress.say("%s: recording a profile of each JVM", operation.name());
        prepare(operation, settings.run());
        return recorder.record(
                operation.name(), () -> closedLoop(operation, settings.run()).requireSuccess(0));
    }

    private record Sample(Run run, Map<String, Double> cpu) {}

    private Sample sample(Operation operation, Duration time, double toleratedFailures)
            throws SQLException, InterruptedException {
        prepare(operation, time);
        meter.lap();
        machine.start();
        Run run = closedLoop(operation, time).requireSuccess(toleratedFailures);
        operation.aftermath().await();
        Map<String, Duration> used = meter.lap();
        machine.stop(used.values().stream().reduce(Duration.ZERO, Duration::plus));
        return new Sample(run, ProcessMeter.perRequest(used, run.requests()));
    }

    private Run closedLoop(Operation operation, Duration time) {
        return load.closedLoop(settings.clients(), operation.requests(), time);
    }

    private static void prepare(Operation operation, Duration time) throws SQLException {
        operation.supply().ensure((int) time.toSeconds() * MAX_RATE);
    }
}
