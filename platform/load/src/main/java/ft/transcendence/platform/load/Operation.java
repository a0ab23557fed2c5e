package ft.transcendence.platform.load;

import java.util.function.Supplier;

/**
 * An operation to measure.
 *
 * @param name its name in the report
 * @param requests supplies the next request, each for another player
 */
record Operation(String name, Supplier<Request> requests) {}
