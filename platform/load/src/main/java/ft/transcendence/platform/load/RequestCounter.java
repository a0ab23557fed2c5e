package ft.transcendence.platform.load;

import ft.transcendence.platform.launcher.Home;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

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
     * @param sql how often each statement is executed
     * @param subgraphRequests requests to subgraphs; empty if these have no metrics
     */
    record Count(double statements, Map<String, Double> sql, Optional<Double> subgraphRequests) {}

    Count count(Operation operation, GatewayLoad load) throws SQLException, IOException, InterruptedException {
        try (StatementLog users = new StatementLog(usersDb, home.log("users_db"), "users");
                StatementLog matches = new StatementLog(matchesDb, home.log("matches_db"), "matches")) {
            OptionalLong before = subgraphRequests.count();
            load.sequentially(operation.requests(), REQUESTS).requireSuccess(0);
            operation.aftermath().await();
            List<String> statements = new ArrayList<>(users.statements());
            statements.addAll(matches.statements());
            OptionalLong after = subgraphRequests.count();
            return new Count(
                    (double) statements.size() / REQUESTS,
                    frequencies(statements, REQUESTS),
                    before.isEmpty() || after.isEmpty()
                            ? Optional.empty()
                            : Optional.of((double) (after.getAsLong() - before.getAsLong()) / REQUESTS));
        }
    }

    /** How often each statement is executed per request. Statements that differ only in white space are the same. */
    static Map<String, Double> frequencies(List<String> statements, int requests) {
        Map<String, Double> frequencies = new TreeMap<>();
        statements.forEach(sql -> frequencies.merge(sql.strip().replaceAll("\\s+", " "), 1.0 / requests, Double::sum));
        return frequencies;
    }
}
