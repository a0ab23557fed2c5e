package ft.transcendence.platform.chaos;

import ft.transcendence.platform.servers.AotCaches;
import ft.transcendence.platform.servers.BootApplication;
import ft.transcendence.platform.servers.JavaProgram;
import ft.transcendence.platform.servers.Probe;
import ft.transcendence.platform.servers.ProcessSpec;
import ft.transcendence.platform.servers.ProcessSpec.StopSignal;
import ft.transcendence.platform.servers.ServerProcess;
import ft.transcendence.subgraph.testing.TestGraphQL;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** A subgraph, run from the packaged application as one or two instances. */
final class Subgraph implements AutoCloseable {

    static final int INSTANCES = 2;

    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final int HEAP_MEBIBYTES = 192;

    private final String name;
    private final BootApplication application;
    private final Map<String, String> environment;
    private final Path logs;
    private final List<Integer> ports;
    private final Map<Integer, ServerProcess> running = new ConcurrentHashMap<>();

    /**
     * Creates a subgraph without starting instances.
     *
     * @param name the module's name
     * @param environment the environment of both instances
     * @param logs the folder for their logs
     * @param ports one port per instance
     */
    Subgraph(
            String name, BootApplication application, Map<String, String> environment, Path logs, List<Integer> ports) {
        this.name = name;
        this.application = application;
        this.environment = Map.copyOf(environment);
        this.logs = logs;
        this.ports = List.copyOf(ports);
    }

    /** Starts one instance, unless it is running, and waits until it is ready. */
    void start(int index) {
        int port = ports.get(index);
        if (running.containsKey(port)) {
            return;
        }
        Map<String, String> variables = new LinkedHashMap<>(environment);
        variables.put("SERVER_ADDRESS", "127.0.0.1");
        variables.put("SERVER_PORT", Integer.toString(port));
        ServerProcess process = ServerProcess.start(new ProcessSpec(
                name + "-" + index,
                application.command(JavaProgram.withHeap(HEAP_MEBIBYTES), AotCaches.existing()),
                variables,
                logs.resolve(name + "-" + index + ".log"),
                StopSignal.TERM));
        running.put(port, process);
        Probe.http(URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"))
                .await(process, START_LIMIT);
    }

    /** Kills one instance, as {@code kill -9} does. */
    void crash(int index) {
        ServerProcess process = running.remove(ports.get(index));
        if (process != null) {
            process.kill();
        }
    }

    /** A client of one of the instances. */
    TestGraphQL instance(int number) {
        return TestGraphQL.on(ports.get(Math.floorMod(number, INSTANCES)));
    }

    /** The URL of a path at the first instance. */
    URI url(String path) {
        return URI.create("http://127.0.0.1:" + ports.getFirst() + path);
    }

    @Override
    public void close() {
        IntStream.range(0, INSTANCES).forEach(this::crash);
    }
}
