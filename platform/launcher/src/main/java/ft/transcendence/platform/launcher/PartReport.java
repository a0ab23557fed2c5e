package ft.transcendence.platform.launcher;

import java.util.Optional;

/**
 * The status of a part.
 *
 * @param name the part's name
 * @param state what it is doing
 * @param process the running process, if any
 * @param restarts the number of restarts since the platform was started
 * @param lastEnd how it last exited unexpectedly; empty if it never did
 */
record PartReport(String name, PartState state, Optional<ProcessHandle> process, int restarts, String lastEnd) {}
