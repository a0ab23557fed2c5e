package ft.transcendence.platform.load;

import java.util.function.Supplier;

/**
 * An operation to measure.
 *
 * @param name what the table calls it
 * @param asks the next request, of another player each time
 */
record Operation(String name, Supplier<Ask> asks) {}
