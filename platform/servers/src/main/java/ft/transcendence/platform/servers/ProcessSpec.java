package ft.transcendence.platform.servers;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Describes a process to run.
 *
 * @param name the name in messages, such as {@code users_db}
 * @param command the program and its arguments
 * @param environment variables in addition to the few that every process inherits (see {@link ServerProcess})
 * @param log the file to which its output is appended
 * @param stopSignal the signal that stops it cleanly
 */
public record ProcessSpec(
        String name, List<String> command, Map<String, String> environment, Path log, StopSignal stopSignal) {

    public ProcessSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** The signals that stop programs. */
    public enum StopSignal {
        /** Stops most programs. */
        TERM,
        /** PostgreSQL's "fast" shutdown; its TERM waits until every client has left. */
        INT
    }
}
