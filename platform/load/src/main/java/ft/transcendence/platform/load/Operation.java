package ft.transcendence.platform.load;

import java.sql.SQLException;
import java.util.function.Supplier;

/**
 * An operation to measure.
 *
 * @param name its name in the report and on the command line
 * @param requests supplies the next request, each about another player
 * @param supply prepares this many requests beforehand, so that preparing them is not measured
 * @param aftermath waits until the work that follows the responses is done, so that it is measured with them
 */
record Operation(String name, Supplier<Request> requests, Supply supply, Aftermath aftermath) {

    /** Prepares requests. */
    interface Supply {
        void ensure(int requests) throws SQLException;
    }

    /** The work that follows responses, such as events. */
    interface Aftermath {
        /**
         * Returns when nothing is left to do for any request so far.
         *
         * @throws LoadException if that takes too long
         */
        void await() throws SQLException, InterruptedException;
    }

    /** An operation whose requests need no preparation, and whose responses end the work. */
    static Operation query(String name, Supplier<Request> requests) {
        return new Operation(name, requests, number -> {}, () -> {});
    }
}
