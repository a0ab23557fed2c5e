package ft.transcendence.matches.server;

import static ft.transcendence.matches.testing.MatchFixture.mutate;
import static ft.transcendence.matches.testing.MatchFixture.rejection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ft.transcendence.matches.testing.MatchFixture;
import ft.transcendence.matches.testing.MatchesTest;
import ft.transcendence.matches.testing.ServerFixture;
import ft.transcendence.subgraph.testing.RequestWriter;
import ft.transcendence.subgraph.testing.TestGraphQL;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A game server changes no match of another one. Each mutation of game servers is tried. */
@MatchesTest
class OwnershipTests {

    /** Mutations that do not change an existing match, or are not for game servers. */
    private static final Set<String> OTHERS = Set.of(
            "registerGameServer",
            "drainGameServer",
            "setGameServerDraining",
            "createMatch",
            "heartbeat",
            "forfeitMatch",
            "voidMatch",
            "confirmMatch",
            "sendChallenge",
            "acceptChallenge",
            "declineChallenge",
            "cancelChallenge",
            "joinQueue",
            "leaveQueue",
            "createTournament",
            "inviteToTournament",
            "joinTournament",
            "leaveTournament",
            "startTournament",
            "cancelTournament");

    @LocalServerPort
    private int port;

    @Autowired
    private ServerFixture servers;

    @Autowired
    private JdbcClient jdbc;

    @TestFactory
    Stream<DynamicTest> rejectsEveryMutationOfAnotherGameServer() {
        return mutations()
                .map(mutation -> dynamicTest(mutation, () -> {
                    MatchFixture fixture = new MatchFixture(port);
                    UUID match = mutation.equals("readyMatch") || mutation.equals("startMatch")
                            ? idOf(fixture.create(MatchFixture.players(1), MatchFixture.players(1)))
                            : fixture.live(UUID.randomUUID(), UUID.randomUUID());
                    String before = row(match);

                    assertThat(rejection(request(fixture.server("game-server-thief"), mutation, match)))
                            .isEqualTo("NOT_ASSIGNED");

                    assertThat(row(match)).isEqualTo(before);
                    assertThat(rejection(request(fixture.gameServer(), mutation, match)))
                            .isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> rejectsEveryMutationOfAMatchWithoutAGameServer() {
        return mutations()
                .map(mutation -> dynamicTest(mutation, () -> {
                    servers.clear();
                    UUID match = servers.waiting();
                    String before = row(match);

                    assertThat(rejection(request(new MatchFixture(port).gameServer(), mutation, match)))
                            .isEqualTo("NOT_ASSIGNED");

                    assertThat(row(match)).isEqualTo(before);
                }));
    }

    @Test
    void aHeartbeatKeepsNoMatchOfAnotherAlive() {
        MatchFixture fixture = new MatchFixture(port);
        UUID match = fixture.live(UUID.randomUUID(), UUID.randomUUID());
        TestGraphQL thief = fixture.server("game-server-thief");
        ServerFixture.register(thief, "eu", 10);
        String before = row(match);

        assertThat(ServerFixture.beat(thief, List.of(match)).get("notAssigned").toString())
                .isEqualTo("[\"" + match + "\"]");

        assertThat(row(match)).isEqualTo(before);
        assertThat(ServerFixture.assigned(thief)).doesNotContain(match.toString());
    }

    @Test
    void idempotencyKeysOfOneGameServerMeanNothingToAnother() {
        MatchFixture fixture = new MatchFixture(port);
        List<UUID> one = MatchFixture.players(1);
        List<UUID> two = MatchFixture.players(1);
        String key = UUID.randomUUID().toString();
        fixture.create(key, one, two);

        assertThat(rejection(mutate(
                        fixture.server("game-server-thief"),
                        "createMatch",
                        "CreateMatchInput",
                        MatchFixture.creation(key, one, two))))
                .isEqualTo("PLAYER_BUSY");
    }

    /** New mutations of matches are tried by default. */
    private static Stream<String> mutations() {
        return RequestWriter.of("/schema/matches.graphqls")
                .fields("Mutation")
                .map(field -> field.substring(field.indexOf('.') + 1))
                .filter(mutation -> !OTHERS.contains(mutation));
    }

    private static JsonNode request(TestGraphQL server, String mutation, UUID match) {
        return switch (mutation) {
            case "readyMatch", "startMatch", "heartbeatMatch" -> mutate(server, mutation, match);
            case "reportScore" ->
                mutate(
                        server,
                        mutation,
                        "ReportScoreInput",
                        Map.of("matchId", match, "score", Map.of("teamOne", 1, "teamTwo", 0)));
            case "finishMatch" ->
                mutate(server, mutation, "FinishMatchInput", MatchFixture.result("k" + match, match, "ONE", 11, 0));
            case "abortMatch" -> mutate(server, mutation, "AbortMatchInput", Map.of("matchId", match));
            default -> throw new AssertionError("How does a game server request " + mutation + "?");
        };
    }

    private String row(UUID match) {
        return jdbc.sql("SELECT match::text FROM match WHERE id = :id")
                .param("id", match)
                .query(String.class)
                .single();
    }

    private static UUID idOf(JsonNode payload) {
        return UUID.fromString(payload.at("/match/id").asString());
    }
}
