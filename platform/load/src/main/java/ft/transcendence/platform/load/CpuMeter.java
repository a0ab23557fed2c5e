package ft.transcendence.platform.load;

import ft.transcendence.platform.launcher.Home;
import ft.transcendence.platform.launcher.ProcessRegistry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Measures the CPU time of each part of the platform. */
final class CpuMeter {

    /** The parts that the report shows, in this order; both databases count as one. */
    static final String GATEWAY = "gateway";

    static final String USERS = "users-subgraph";
    static final String MATCHES = "matches-subgraph";
    static final String POSTGRESQL = "PostgreSQL";
    static final String KAFKA = "kafka";

    private final Map<String, ProcessHandle> parts;

    CpuMeter(Home home) {
        this.parts = ProcessRegistry.read(home).parts();
    }

    /** CPU time since each part's start, including child processes. */
    Map<String, Duration> read() {
        Map<String, Duration> used = new LinkedHashMap<>();
        parts.forEach(
                (name, process) -> used.merge(name.endsWith("_db") ? POSTGRESQL : name, cpu(process), Duration::plus));
        return used;
    }

    /** Milliseconds of CPU time per request that each part used since an earlier reading. */
    Map<String, Double> perRequest(Map<String, Duration> earlier, int requests) {
        Map<String, Double> used = new LinkedHashMap<>();
        read().forEach((name, now) -> used.put(
                name, now.minus(earlier.getOrDefault(name, Duration.ZERO)).toNanos() / 1e6 / requests));
        return used;
    }

    private static Duration cpu(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
