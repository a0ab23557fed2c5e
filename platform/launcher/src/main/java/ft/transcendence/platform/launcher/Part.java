package ft.transcendence.platform.launcher;

import ft.transcendence.platform.servers.Probe;
import ft.transcendence.platform.servers.ServerProcess;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One server or application of the platform.
 *
 * @param name the name that commands use
 * @param dependencies the parts that must be ready before it starts
 * @param start starts it and returns when it is ready
 * @param liveness whether a part that was ready still works
 */
record Part(String name, Set<String> dependencies, Supplier<ServerProcess> start, Probe liveness) {

    Part {
        dependencies = Set.copyOf(dependencies);
    }
}
