package ft.transcendence.platform.load;

import java.util.function.Supplier;

/**
 * An operation to measure.
 *
 * @param name what the table calls it
 * @param requests the next request, of another player each time
 */
record Operation(String name, Supplier<Request> requests) {}
