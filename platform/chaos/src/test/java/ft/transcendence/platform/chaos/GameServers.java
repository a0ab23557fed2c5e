package ft.transcendence.platform.chaos;

import ft.transcendence.subgraph.testing.TestIdentity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * Four game servers with four players each. Like real ones, they retry on another instance with the same idempotency key when an
 * instance does not respond.
 */
final class GameServers {

    static final int TABLES = 4;

    private static final int PLAYERS_PER_TABLE = 4;
    private static final int WINNING_SCORE = 11;

    private final Deployment deployment;
    private final List<List<Player>> tables;

    /** Creates the players; each has logged in once, so their profiles exist. */
    GameServers(Deployment deployment) {
        this.deployment = deployment;
        this.tables = IntStream.range(0, TABLES)
                .mapToObj(table -> IntStream.range(0, PLAYERS_PER_TABLE)
                        .mapToObj(seat -> Player.join(deployment, "table-%d-seat-%d".formatted(table, seat)))
                        .toList())
                .toList();
    }

    /**
     * A finished match.
     *
     * @param reporting how long the game server waited for the response to its result
     */
    record Played(String matchId, Duration reporting) {}

    /** Starts playing at all tables, one match after the other at this pace, until the traffic is stopped. */
    MatchTraffic startTraffic(Duration pace) {
        return new MatchTraffic(this, pace);
    }

    /** Plays one match at each table, and renames a player there. */
    List<Played> playRound() {
        return IntStream.range(0, TABLES)
                .mapToObj(table -> {
                    Random random = new Random();
                    rename(table, random);
                    return play(table, random);
                })
                .toList();
    }

    /** Plays one match from creation to result. */
    Played play(int table, Random random) {
        List<Integer> seats =
                random.ints(0, PLAYERS_PER_TABLE).distinct().limit(2).boxed().toList();
        int instance = random.nextInt(2);
        String key = UUID.randomUUID().toString();
        String server = TestIdentity.instance().gameServer();
        String match = Requests.send(
                        deployment.matches(),
                        instance,
                        server,
                        "mutation($input: CreateMatchInput!) { createMatch(input: $input) { match { id } errors { message } } }",
                        Map.of(
                                "input",
                                Map.of(
                                        "idempotencyKey",
                                        key,
                                        "mode",
                                        "ONE_VS_ONE",
                                        "teamOne",
                                        List.of(id(table, seats.get(0))),
                                        "teamTwo",
                                        List.of(id(table, seats.get(1))))))
                .at("/createMatch/match/id")
                .asString();
        Requests.send(
                deployment.matches(),
                instance,
                server,
                "mutation($id: ID!) { startMatch(matchId: $id) { match { status } errors { code } } }",
                Map.of("id", match));
        long begin = System.nanoTime();
        JsonNode finished = Requests.send(
                deployment.matches(),
                instance,
                server,
                "mutation($input: FinishMatchInput!) { finishMatch(input: $input) { match { status } errors { message } } }",
                Map.of(
                        "input",
                        Map.of(
                                "idempotencyKey",
                                key,
                                "matchId",
                                match,
                                "winner",
                                "TWO",
                                "score",
                                Map.of("teamOne", random.nextInt(WINNING_SCORE - 1), "teamTwo", WINNING_SCORE))));
        Duration reporting = Duration.ofNanos(System.nanoTime() - begin);
        if (!finished.at("/finishMatch/match/status").asString().equals("COMPLETED")) {
            throw new AssertionError("The result of match " + match + " was not accepted: " + finished);
        }
        return new Played(match, reporting);
    }

    /** Voids a match. */
    void voidMatch(String matchId) {
        String moderator = TestIdentity.instance()
                .token(
                        UUID.randomUUID(),
                        "moderator",
                        claims -> claims.claim("realm_access", Map.of("roles", List.of("player", "moderator"))));
        Requests.send(
                deployment.matches(),
                0,
                moderator,
                "mutation($id: ID!) { voidMatch(input: {matchId: $id, reason: \"chaos\"}) { match { status } errors { code } } }",
                Map.of("id", matchId));
    }

    /** Gives a player of the table a new display name. */
    void rename(int table, Random random) {
        Player player = tables.get(table).get(random.nextInt(PLAYERS_PER_TABLE));
        Requests.send(
                deployment.users(),
                random.nextInt(2),
                player.token(),
                "mutation($name: String!) { updateProfile(input: {displayName: $name}) { errors { message } } }",
                Map.of("name", "Name " + random.nextInt(1_000_000)));
    }

    private String id(int table, int seat) {
        return tables.get(table).get(seat).id().toString();
    }
}
