package ft.transcendence.platform.e2e;

import static org.awaitility.Awaitility.await;

import ft.transcendence.platform.e2e.GraphQL.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A game server that reports matches. */
final class GameServer {

    private final GraphQL gateway;
    private final String token;

    GameServer(GraphQL gateway, String token) {
        this.gateway = gateway;
        this.token = token;
    }

    /** Creates and starts a match of two players and returns its id. */
    String start(String one, String two) {
        JsonNode created = gateway.execute(
                        token,
                        "mutation($input: CreateMatchInput!) { createMatch(input: $input) { match { id } errors { message } } }",
                        Map.of(
                                "input",
                                Map.of(
                                        "idempotencyKey", UUID.randomUUID().toString(),
                                        "mode", "ONE_VS_ONE",
                                        "teamOne", List.of(one),
                                        "teamTwo", List.of(two))))
                .data("/createMatch");
        if (!created.path("match").isObject()) {
            throw new AssertionError("no match: " + created);
        }
        String id = created.at("/match/id").asString();
        String status = gateway.execute(
                        token,
                        "mutation($id: ID!) { startMatch(matchId: $id) { match { status } errors { message } } }",
                        Map.of("id", id))
                .data("/startMatch/match/status")
                .asString();
        if (!status.equals("LIVE")) {
            throw new AssertionError("the match is " + status + " after its start");
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> knowsPlayersOf(id));
        return id;
    }

    /** A new player is null in matches until it has received the profile event. */
    private boolean knowsPlayersOf(String match) {
        return gateway.execute(
                        token, "query($id: ID!) { match(id: $id) { players { user { id } } } }", Map.of("id", match))
                .data("/match/players")
                .valueStream()
                .allMatch(player -> player.path("user").isObject());
    }

    /** Reports that the first team won 11 to 7. */
    Response finish(String matchId, String idempotencyKey) {
        return finish(token, matchId, idempotencyKey);
    }

    /** Reports a result with another token. */
    Response finish(String otherToken, String matchId, String idempotencyKey) {
        return gateway.execute(
                otherToken,
                "mutation($input: FinishMatchInput!) { finishMatch(input: $input) { match { status winner } errors { message } } }",
                Map.of(
                        "input",
                        Map.of(
                                "idempotencyKey",
                                idempotencyKey,
                                "matchId",
                                matchId,
                                "winner",
                                "ONE",
                                "score",
                                Map.of("teamOne", 11, "teamTwo", 7))));
    }
}
