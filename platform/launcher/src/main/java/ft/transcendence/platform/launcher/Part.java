package ft.transcendence.platform.launcher;

import ft.transcendence.platform.servers.Probe;
import ft.transcendence.platform.servers.ServerProcess;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One server or application of the platform.
 *
 * @param name what people call it
 * @param after the parts that must be ready before it starts
 * @param start starts it and returns when it is ready
 * @param alive asks it, once it is ready, whether it can still work
 */
record Part(String name, Set<String> after, Supplier<ServerProcess> start, Probe alive) {

    Part {
        after = Set.copyOf(after);
    }
}
