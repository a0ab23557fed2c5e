package ft.transcendence.platform.launcher;

import java.util.Optional;

/**
 * What is to be told of a part.
 *
 * @param name the part's
 * @param state what it is doing
 * @param process what runs, if anything does
 * @param restarts how often it was started again since the platform was
 * @param lastEnd how and when it last ended by itself; empty when it never did
 */
record PartReport(String name, PartState state, Optional<ProcessHandle> process, int restarts, String lastEnd) {}
