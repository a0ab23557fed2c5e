package ft.transcendence.platform.load;

import ft.transcendence.platform.benchmark.CpuTime;
import ft.transcendence.platform.launcher.Home;
import ft.transcendence.platform.launcher.ProcessRegistry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Measures the CPU time of each process of the platform. */
final class ProcessMeter {

    /** The processes of a platform that requests pass through, in the order of the report. */
    static final List<String> NAMES =
            List.of("gateway", "users-subgraph", "matches-subgraph", "users_db", "matches_db", "kafka", "keycloak");

    private final Map<String, ProcessHandle> processes = new LinkedHashMap<>();
    private Map<String, Duration> begin;

    /**
     * Measures the processes that are running now, from now on.
     *
     * @param others the ids of processes outside the platform that requests pass through too, by their names in the report
     * @throws LoadException if one of the processes is not running
     */
    ProcessMeter(Home home, Map<String, Long> others) {
        Map<String, ProcessHandle> parts = ProcessRegistry.read(home).parts();
        for (String name : NAMES) {
            ProcessHandle process = parts.get(name);
            if (process == null) {
                throw new LoadException("%s is not running. Check ./transcend status.".formatted(name));
            }
            processes.put(name, process);
        }
        others.forEach((name, id) -> processes.put(
                name,
                ProcessHandle.of(id)
                        .orElseThrow(() -> new LoadException(
                                "There is no process %d, which --process calls %s.".formatted(id, name)))));
        this.begin = read();
    }

    Map<String, ProcessHandle> processes() {
        return processes;
    }

    ProcessHandle process(String name) {
        return Objects.requireNonNull(processes.get(name), name);
    }

    /** Returns the CPU time of each process since the last call, or since the beginning. */
    Map<String, Duration> lap() {
        Map<String, Duration> end = read();
        Map<String, Duration> used = new LinkedHashMap<>();
        end.forEach((name, time) -> used.put(name, time.minus(begin.getOrDefault(name, Duration.ZERO))));
        begin = end;
        return used;
    }

    /** The CPU time of each process per request, in milliseconds. */
    static Map<String, Double> perRequest(Map<String, Duration> used, long requests) {
        Map<String, Double> perRequest = new LinkedHashMap<>();
        used.forEach((name, time) -> perRequest.put(name, time.toNanos() / 1e6 / Math.max(1, requests)));
        return perRequest;
    }

    static double sum(Map<String, Double> perRequest) {
        return perRequest.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private Map<String, Duration> read() {
        Map<String, Duration> now = new LinkedHashMap<>();
        processes.forEach((name, process) -> now.put(name, CpuTime.of(process)));
        return now;
    }
}
