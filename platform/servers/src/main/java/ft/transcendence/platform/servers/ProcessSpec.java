package ft.transcendence.platform.servers;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to run as a process.
 *
 * @param name what people call it, such as {@code users_db}
 * @param command the program and its arguments
 * @param environment variables set beside the few that every process inherits (see {@link ServerProcess})
 * @param log the file that gets everything it prints; it is appended to
 * @param stopSignal the signal that stops it cleanly
 */
public record ProcessSpec(
        String name, List<String> command, Map<String, String> environment, Path log, StopSignal stopSignal) {

    public ProcessSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** The signals programs take as the wish to stop. */
    public enum StopSignal {
        /** What most programs stop on. */
        TERM,
        /** PostgreSQL's "fast" shutdown; its TERM waits until every client has left. */
        INT
    }
}
