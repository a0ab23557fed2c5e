package ft.transcendence.platform.load;

import java.sql.SQLException;
import java.util.function.Supplier;

/**
 * An operation to measure.
 *
 * @param name its name in the report and on the command line
 * @param requests supplies the next request, each about another player
 * @param supply prepares this many requests beforehand, so that preparing them is not measured
 */
record Operation(String name, Supplier<Request> requests, Supply supply) {

    /** Prepares requests. */
    interface Supply {
        void ensure(int requests) throws SQLException;
    }

    /** An operation whose requests need no preparation. */
    static Operation query(String name, Supplier<Request> requests) {
        return new Operation(name, requests, number -> {});
    }
}
