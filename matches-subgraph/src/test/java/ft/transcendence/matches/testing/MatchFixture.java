package ft.transcendence.matches.testing;

import ft.transcendence.subgraph.testing.TestGraphQL;
import ft.transcendence.subgraph.testing.TestIdentity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Sends requests as game servers, players and visitors. */
public final class MatchFixture {

    private static final String GAME_SERVER_TOKEN = TestIdentity.instance().gameServer();

    /** How often the same players may meet within an hour, and how many matches a new player may lose, in {@link MatchesTest}. */
    private static final int BELIEVED_MATCHES = 12;

    private static final String PAYLOAD = """
            { match { id status finishReason winner score { teamOne teamTwo } players { user { id } outcome score } }
              errors { code message field } }""";

    private final TestGraphQL visitor;
    private final TestGraphQL gameServer;
    private final Consumer<List<UUID>> announcement;

    /** A fixture whose players are published before they play. */
    public MatchFixture(int port) {
        this(port, ProfileSeeder::of);
    }

    private MatchFixture(int port, Consumer<List<UUID>> announcement) {
        visitor = TestGraphQL.on(port);
        gameServer = visitor.as(GAME_SERVER_TOKEN);
        this.announcement = announcement;
    }

    /** A fixture whose players are not published. */
    public static MatchFixture ofStrangers(int port) {
        return new MatchFixture(port, players -> {});
    }

    public TestGraphQL visitor() {
        return visitor;
    }

    public TestGraphQL gameServer() {
        return gameServer;
    }

    /** A game server, by the id of its client. */
    public TestGraphQL server(String client) {
        return visitor.as(TestIdentity.instance().gameServer(client));
    }

    public TestGraphQL player(UUID id) {
        return visitor.as(TestIdentity.instance().player(id, "player"));
    }

    public TestGraphQL moderator() {
        return withRoles("player", "moderator");
    }

    public TestGraphQL withRoles(String... roles) {
        return withRoles(UUID.randomUUID(), roles);
    }

    public TestGraphQL withRoles(UUID id, String... roles) {
        return visitor.as(TestIdentity.instance()
                .token(id, "official", claims -> claims.claim("realm_access", Map.of("roles", List.of(roles)))));
    }

    /** The payload of {@code createMatch}, with a new idempotency key. */
    public JsonNode create(List<UUID> teamOne, List<UUID> teamTwo) {
        return create(UUID.randomUUID().toString(), teamOne, teamTwo);
    }

    public JsonNode create(String key, List<UUID> teamOne, List<UUID> teamTwo) {
        announcement.accept(teamOne);
        announcement.accept(teamTwo);
        return mutate(gameServer, "createMatch", "CreateMatchInput", creation(key, teamOne, teamTwo));
    }

    public static Map<String, Object> creation(String key, List<UUID> teamOne, List<UUID> teamTwo) {
        return Map.of(
                "idempotencyKey",
                key,
                "mode",
                Math.max(teamOne.size(), teamTwo.size()) == 1 ? "ONE_VS_ONE" : "TWO_VS_TWO",
                "teamOne",
                teamOne,
                "teamTwo",
                teamTwo);
    }

    /** Creates and starts a match, and returns its id. */
    public UUID live(List<UUID> teamOne, List<UUID> teamTwo) {
        JsonNode created = create(teamOne, teamTwo);
        if (!created.get("errors").isEmpty()) {
            throw new AssertionError(created.toString());
        }
        UUID id = UUID.fromString(created.get("match").get("id").asString());
        mutate(gameServer, "startMatch", id);
        return id;
    }

    public UUID live(UUID one, UUID two) {
        return live(List.of(one), List.of(two));
    }

    /** Plays a match that the first team wins 11:5, and returns its id. */
    public UUID won(List<UUID> winners, List<UUID> losers) {
        UUID match = live(winners, losers);
        JsonNode payload = finish("result of " + match, match, "ONE", winners.size() == 1 ? 11 : 21, 5);
        if (!payload.get("errors").isEmpty()) {
            throw new AssertionError(payload.toString());
        }
        return match;
    }

    public UUID won(UUID winner, UUID loser) {
        return won(List.of(winner), List.of(loser));
    }

    /** Plays a match that the second player gives up after the first point, reported with its timeline; returns its id. */
    public UUID wonPointByPoint(UUID winner, UUID loser) {
        UUID match = live(winner, loser);
        Map<String, Object> result = new HashMap<>(result("points of " + match, match, "ONE", 1, 0));
        result.put("reason", "FORFEIT");
        result.put("timeline", List.of(Map.of("team", "ONE", "elapsedMillis", 0)));
        JsonNode payload = mutate(gameServer, "finishMatch", "FinishMatchInput", result);
        if (!payload.get("errors").isEmpty()) {
            throw new AssertionError(payload.toString());
        }
        return match;
    }

    /** Lets the first player beat the second too often within an hour, and returns the id of the match that is in doubt. */
    public UUID doubtful(UUID winner, UUID loser) {
        for (int number = 0; number < BELIEVED_MATCHES; number++) {
            won(winner, loser);
        }
        return won(winner, loser);
    }

    public JsonNode finish(String key, UUID match, String winner, int teamOne, int teamTwo, String reason) {
        Map<String, Object> result = new HashMap<>(result(key, match, winner, teamOne, teamTwo));
        result.put("reason", reason);
        return mutate(gameServer, "finishMatch", "FinishMatchInput", result);
    }

    public JsonNode finish(String key, UUID match, String winner, int teamOne, int teamTwo) {
        return mutate(gameServer, "finishMatch", "FinishMatchInput", result(key, match, winner, teamOne, teamTwo));
    }

    public static Map<String, Object> result(String key, UUID match, String winner, int teamOne, int teamTwo) {
        return Map.of(
                "idempotencyKey",
                key,
                "matchId",
                match,
                "winner",
                winner,
                "score",
                Map.of("teamOne", teamOne, "teamTwo", teamTwo));
    }

    public JsonNode report(UUID match, int teamOne, int teamTwo) {
        return mutate(
                gameServer,
                "reportScore",
                "ReportScoreInput",
                Map.of("matchId", match, "score", Map.of("teamOne", teamOne, "teamTwo", teamTwo)));
    }

    public JsonNode abort(UUID match, String reason) {
        return mutate(gameServer, "abortMatch", "AbortMatchInput", Map.of("matchId", match, "reason", reason));
    }

    public JsonNode voidResult(UUID match, String reason) {
        return voidResult(UUID.randomUUID(), match, reason);
    }

    public JsonNode voidResult(UUID moderator, UUID match, String reason) {
        announcement.accept(List.of(moderator));
        return mutate(
                withRoles(moderator, "player", "moderator"),
                "voidMatch",
                "VoidMatchInput",
                Map.of("matchId", match, "reason", reason));
    }

    /** The payload of a mutation with an input object. */
    public static JsonNode mutate(TestGraphQL caller, String mutation, String inputType, Map<String, Object> input) {
        return caller.data(document(mutation, inputType), Map.of("input", input))
                .get(mutation);
    }

    public static String document(String mutation, String inputType) {
        return "mutation ($input: %s!) { %s(input: $input) %s }".formatted(inputType, mutation, PAYLOAD);
    }

    /** The payload of a mutation whose only argument is the id of a match. */
    public static JsonNode mutate(TestGraphQL caller, String mutation, UUID match) {
        return caller.data(document(mutation), Map.of("id", match)).get(mutation);
    }

    public static String document(String mutation) {
        return "mutation ($id: ID!) { %s(matchId: $id) %s }".formatted(mutation, PAYLOAD);
    }

    /** These fields of a player, requested like the gateway does. */
    public JsonNode user(UUID id, String fields) {
        return users(List.of(id), fields).get(0);
    }

    public JsonNode users(List<UUID> ids, String fields) {
        return visitor.data(entities(fields), Map.of("representations", representations(ids)))
                .get("_entities");
    }

    public static String entities(String fields) {
        return "query ($representations: [_Any!]!) { _entities(representations: $representations) "
                + "{ ... on User { id " + fields + " } } }";
    }

    public static List<Map<String, Object>> representations(List<UUID> ids) {
        return ids.stream()
                .map(id -> {
                    Map<String, Object> representation = new HashMap<>();
                    representation.put("__typename", "User");
                    representation.put("id", id);
                    return representation;
                })
                .toList();
    }

    /** The code of the first error in a payload; empty if there is none. */
    public static String rejection(JsonNode payload) {
        return payload.get("errors").path(0).path("code").asString("");
    }

    public static List<UUID> players(int count) {
        return Stream.generate(UUID::randomUUID).limit(count).toList();
    }
}
