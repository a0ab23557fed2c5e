package ft.transcendence.platform.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.subgraph.testing.TestIdentity;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A game server that plays each match at once that is assigned to it. */
final class MatchHost {

    private static final String CLIENT = "game-server-chaos";
    private static final int WINNING_SCORE = 11;

    /** A request was repeated although its first attempt had succeeded. */
    private static final String REPEATED = "ILLEGAL_TRANSITION";

    private final Deployment deployment;

    /** Registers the game server. */
    MatchHost(Deployment deployment) {
        this.deployment = deployment;
        JsonNode registered = send(
                "mutation($input: RegisterGameServerInput!) { registerGameServer(input: $input) { errors { code } } }",
                Map.of(
                        "input",
                        Map.of("url", "ws://localhost:4000", "region", "local", "capacity", 500, "version", "chaos")));
        assertThat(registered.at("/registerGameServer/errors")).isEmpty();
    }

    /** Plays the matches that are assigned now, after a heartbeat for them. */
    void step() {
        List<String> assigned = send("{ assignedMatches { id } }", Map.of())
                .get("assignedMatches")
                .valueStream()
                .map(match -> match.get("id").asString())
                .toList();
        send("mutation($ids: [ID!]!) { heartbeat(matches: $ids) { errors { code } } }", Map.of("ids", assigned));
        assigned.forEach(this::play);
    }

    private void play(String match) {
        accept(send(
                "mutation($id: ID!) { change: startMatch(matchId: $id) { errors { code } } }", Map.of("id", match)));
        accept(send(
                "mutation($input: FinishMatchInput!) { change: finishMatch(input: $input) { errors { code } } }",
                Map.of(
                        "input",
                        Map.of(
                                "idempotencyKey",
                                match,
                                "matchId",
                                match,
                                "winner",
                                "ONE",
                                "score",
                                Map.of("teamOne", WINNING_SCORE, "teamTwo", 0)))));
    }

    private static void accept(JsonNode response) {
        assertThat(response.at("/change/errors").valueStream().map(error -> error.get("code")
                        .asString()))
                .isSubsetOf(REPEATED);
    }

    private JsonNode send(String document, Map<String, ?> variables) {
        return Requests.send(deployment.matches(), 0, TestIdentity.instance().gameServer(CLIENT), document, variables);
    }
}
