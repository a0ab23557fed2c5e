package ft.transcendence.platform.load;

import ft.transcendence.platform.launcher.Home;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;

/** Counts the SQL statements and subgraph requests of an operation. */
final class RequestCounter {

    /** How many requests are counted; their mean is the result. */
    static final int REQUESTS = 40;

    private final Home home;
    private final Connection usersDb;
    private final Connection matchesDb;
    private final SubgraphRequests subgraphRequests;

    RequestCounter(Home home, Connection usersDb, Connection matchesDb, SubgraphRequests subgraphRequests) {
        this.home = home;
        this.usersDb = usersDb;
        this.matchesDb = matchesDb;
        this.subgraphRequests = subgraphRequests;
    }

    /**
     * The mean per request.
     *
     * @param statements SQL statements in both databases
     * @param subgraphRequests requests to subgraphs; empty if these have no metrics
     */
    record Count(double statements, Optional<Double> subgraphRequests) {}

    Count count(Operation operation, GatewayLoad load) throws SQLException, IOException, InterruptedException {
        try (StatementLog users = new StatementLog(usersDb, home.log("users_db"), "users");
                StatementLog matches = new StatementLog(matchesDb, home.log("matches_db"), "matches")) {
            OptionalLong before = subgraphRequests.count();
            load.sequentially(operation.requests(), REQUESTS).requireSuccess(0);
            int statements = users.statements().size() + matches.statements().size();
            OptionalLong after = subgraphRequests.count();
            return new Count(
                    (double) statements / REQUESTS,
                    before.isEmpty() || after.isEmpty()
                            ? Optional.empty()
                            : Optional.of((double) (after.getAsLong() - before.getAsLong()) / REQUESTS));
        }
    }
}
