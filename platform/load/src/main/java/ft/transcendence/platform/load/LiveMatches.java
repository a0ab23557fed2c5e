package ft.transcendence.platform.load;

import ft.transcendence.platform.benchmark.Latencies;
import ft.transcendence.platform.benchmark.UnexpectedResponseException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Live matches to be finished. They are written directly into the database, so that measuring {@code finishMatch} does not measure how
 * matches are created.
 */
final class LiveMatches implements AutoCloseable {

    static final String FINISH_MATCH = "finishMatch";

    private static final Duration COUNTING_LIMIT = Duration.ofSeconds(60);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);
    private static final int REFILL = 200;
    private static final String HOST = "load-live";
    private static final String FINISH = """
            mutation Finish($input: FinishMatchInput!) {
              finishMatch(input: $input) { match { id status winner } errors { code message } }
            }
            """;
    private static final String BEGIN = """
            WITH free AS MATERIALIZED (
                SELECT user_id, row_number() OVER () number FROM (
                    SELECT user_id FROM player
                    WHERE username IS NOT NULL AND NOT EXISTS (
                        SELECT FROM match_player part WHERE part.user_id = player.user_id AND open)
                    ORDER BY random() LIMIT 2 * ?) chosen
            ), pair AS MATERIALIZED (
                SELECT uuidv7() id, one.user_id one, two.user_id two
                FROM free one JOIN free two ON two.number = one.number + 1 WHERE one.number %% 2 = 1
            ), begun AS (
                INSERT INTO match (id, mode, status, created_by, created_at, ready_at, started_at, last_signal_at, server_id,
                    version)
                SELECT id, 'ONE_VS_ONE', 'LIVE', '%1$s', now(), now(), now(), now() + interval '1 hour', 'game-server', 2
                FROM pair
            ), seated AS (
                INSERT INTO match_player (match_id, user_id, team, slot, open)
                SELECT id, one, 'ONE', 0, true FROM pair UNION ALL SELECT id, two, 'TWO', 0, true FROM pair
            )
            SELECT id FROM pair
            """.formatted(HOST);

    private final Connection matchesDb;
    private final Connection usersDb;
    private final TokenSource gameServer;
    private final Queue<String> waiting = new ConcurrentLinkedQueue<>();
    private final Queue<String> finished = new ConcurrentLinkedQueue<>();

    LiveMatches(Connection matchesDb, Connection usersDb, TokenSource gameServer) {
        this.matchesDb = matchesDb;
        this.usersDb = usersDb;
        this.gameServer = gameServer;
    }

    /** Ensures that this many matches wait to be finished, or as many as there are free players. */
    synchronized void ensureAvailable(int number) throws SQLException {
        int missing = number - waiting.size();
        if (missing <= 0) {
            return;
        }
        try (var statement = matchesDb.prepareStatement(BEGIN)) {
            statement.setInt(1, missing);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    waiting.add(rows.getString(1));
                }
            }
        }
    }

    Operation finishing() {
        return new Operation(
                FINISH_MATCH,
                () -> {
                    String match = next();
                    return new Request(
                            gameServer.token(),
                            ReadOperations.body(
                                    FINISH,
                                    Map.of(
                                            "input",
                                            Map.of(
                                                    "idempotencyKey",
                                                    "load-" + match,
                                                    "matchId",
                                                    match,
                                                    "winner",
                                                    "ONE",
                                                    "score",
                                                    Map.of("teamOne", 11, "teamTwo", 7)))),
                            response -> {
                                if (!response.contains("\"status\":\"COMPLETED\"") || !response.contains(match)) {
                                    throw new UnexpectedResponseException("Unexpected response: " + response);
                                }
                                finished.add(match);
                            });
                },
                this::ensureAvailable,
                this::awaitCounted);
    }

    /** Returns when users has counted every match that was finished. */
    private void awaitCounted() throws SQLException, InterruptedException {
        Set<String> uncounted = Set.copyOf(finished);
        awaitCounted(uncounted);
        finished.removeAll(uncounted);
    }

    /** Returns when users has counted these matches. */
    private void awaitCounted(Set<String> matches) throws SQLException, InterruptedException {
        long begin = System.nanoTime();
        try (var statement =
                usersDb.prepareStatement("SELECT count(*) FROM counted_match WHERE match_id = ANY (?::uuid[])")) {
            statement.setArray(1, usersDb.createArrayOf("text", matches.toArray()));
            int counted = count(statement);
            while (counted < matches.size()) {
                if (System.nanoTime() - begin > COUNTING_LIMIT.toNanos()) {
                    throw new LoadException(
                            "Only %2$d of %3$d results were counted within %1$d s. Check ./transcend status and the log of users-subgraph."
                                    .formatted(COUNTING_LIMIT.toSeconds(), counted, matches.size()));
                }
                Thread.sleep(POLL_INTERVAL);
                counted = count(statement);
            }
        }
    }

    private static int count(PreparedStatement statement) throws SQLException {
        try (var rows = statement.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** A match that is not finished yet and was not taken before. */
    String next() {
        String match = waiting.poll();
        try {
            while (match == null) {
                ensureAvailable(REFILL);
                match = waiting.poll();
            }
            return match;
        } catch (SQLException failure) {
            throw new LoadException("Could not create more matches: " + failure.getMessage());
        }
    }

    /**
     * The delays between the ends of matches and the updates of their players' totals in users.
     *
     * @param rest how long after the call the last total was written
     */
    record Delays(Latencies latencies, Duration rest) {}

    Delays delays(Instant since) throws SQLException, InterruptedException {
        long begin = System.nanoTime();
        Map<String, Instant> ended = moments(
                matchesDb,
                "SELECT id, ended_at FROM match WHERE created_by = '" + HOST
                        + "' AND status = 'COMPLETED' AND ended_at >= ?",
                since);
        awaitCounted(ended.keySet());
        Map<String, Instant> counted =
                moments(usersDb, "SELECT match_id, counted_at FROM counted_match WHERE counted_at >= ?", since);
        return new Delays(
                new Latencies(ended.entrySet().stream()
                        .mapToLong(match -> Duration.between(match.getValue(), counted.get(match.getKey()))
                                .toNanos())
                        .toArray()),
                Duration.ofNanos(System.nanoTime() - begin));
    }

    private static Map<String, Instant> moments(Connection database, String query, Instant since) throws SQLException {
        try (var statement = database.prepareStatement(query)) {
            statement.setTimestamp(1, Timestamp.from(since));
            Map<String, Instant> moments = new HashMap<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    moments.put(rows.getString(1), rows.getTimestamp(2).toInstant());
                }
            }
            return moments;
        }
    }

    /** Deletes the matches that were not finished. */
    @Override
    public void close() throws SQLException {
        try (var statement = matchesDb.createStatement()) {
            statement.execute("DELETE FROM match_player USING match WHERE match_id = id AND created_by = '" + HOST
                    + "' AND status = 'LIVE'");
            statement.execute("DELETE FROM match WHERE created_by = '" + HOST + "' AND status = 'LIVE'");
        }
    }
}
