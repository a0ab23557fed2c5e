package ft.transcendence.matches.match;

import static ft.transcendence.matches.testing.MatchFixture.mutate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ft.transcendence.matches.testing.MatchFixture;
import ft.transcendence.matches.testing.MatchesTest;
import ft.transcendence.matches.testing.ProfileSeeder;
import ft.transcendence.subgraph.testing.RequestWriter;
import ft.transcendence.subgraph.testing.TestGraphQL;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Repeats every mutation, as a client that lost the response would. Nothing may be done twice. */
@MatchesTest
class RepeatedMutationsTests {

    private static final String STATE = """
            query ($id: ID!) { match(id: $id) { status finishReason winner score { teamOne teamTwo } startedAt endedAt voidedAt rated
              voidReason players { user { id } outcome ratingChange { before { value } after { value } } } } }""";

    private static final String SERVER =
            "{url: \"wss://play.example/\", region: \"test\", capacity: 1, version: \"1\"}";

    @LocalServerPort
    private int port;

    @TestFactory
    Stream<DynamicTest> haveNoFurtherEffect() {
        MatchFixture fixture = new MatchFixture(port);
        return RequestWriter.of("/schema/matches.graphqls")
                .fields("Mutation")
                .map(field -> field.substring(field.indexOf('.') + 1))
                .map(mutation -> dynamicTest(mutation, () -> check(fixture, request(fixture, mutation))));
    }

    private static Supplier<JsonNode> request(MatchFixture fixture, String mutation) {
        UUID one = UUID.randomUUID();
        UUID two = UUID.randomUUID();
        ProfileSeeder.of(List.of(one, two));
        String key = UUID.randomUUID().toString();
        return switch (mutation) {
            case "createMatch" -> () -> fixture.create(key, List.of(one), List.of(two));
            case "readyMatch", "startMatch", "heartbeatMatch" -> {
                UUID match = idOf(fixture.create(List.of(one), List.of(two)));
                yield () -> mutate(fixture.gameServer(), mutation, match);
            }
            case "reportScore" -> {
                UUID match = fixture.live(one, two);
                yield () -> fixture.report(match, 3, 2);
            }
            case "finishMatch" -> {
                UUID match = fixture.live(one, two);
                yield () -> fixture.finish(key, match, "ONE", 11, 2);
            }
            case "abortMatch" -> {
                UUID match = fixture.live(one, two);
                yield () -> fixture.abort(match, "SERVER_FAULT");
            }
            case "forfeitMatch" -> {
                UUID match = fixture.live(one, two);
                yield () -> mutate(fixture.player(one), mutation, match);
            }
            case "voidMatch" -> {
                UUID match = fixture.won(one, two);
                UUID moderator = UUID.randomUUID();
                yield () -> fixture.voidResult(moderator, match, "A test");
            }
            case "registerGameServer" ->
                () -> onServer(fixture, "registerGameServer(input: " + SERVER + ")", "server { url alive draining }");
            case "heartbeat" -> {
                registered(fixture);
                UUID unknown = UUID.randomUUID();
                yield () ->
                        onServer(fixture, "heartbeat(matches: [\"" + unknown + "\"])", "server { alive } notAssigned");
            }
            case "drainGameServer" -> {
                registered(fixture);
                yield () -> onServer(fixture, "drainGameServer", "server { draining drainedByOperator }");
            }
            case "setGameServerDraining" -> {
                registered(fixture);
                yield () -> fixture.withRoles("admin")
                        .data(
                                "mutation { change: setGameServerDraining(serverId: \"game-server-repeats\", draining: true)"
                                        + " { server { draining drainedByOperator } errors { code } } }")
                        .get("change");
            }
            case "confirmMatch" -> {
                UUID match = fixture.doubtful(one, two);
                TestGraphQL moderator = fixture.moderator();
                yield () -> mutate(moderator, mutation, match);
            }
            case "sendChallenge" -> () -> challenge(fixture, one, "sendChallenge(to: \"" + two + "\")");
            case "acceptChallenge", "declineChallenge" -> {
                String sent = sent(fixture, one, two);
                yield () -> challenge(fixture, two, mutation + "(challengeId: \"" + sent + "\")");
            }
            case "cancelChallenge" -> {
                String sent = sent(fixture, one, two);
                yield () -> challenge(fixture, one, "cancelChallenge(challengeId: \"" + sent + "\")");
            }
            case "joinQueue" -> () -> queue(fixture, one, "joinQueue(input: { mode: ONE_VS_ONE })");
            case "leaveQueue" -> () -> queue(fixture, one, "leaveQueue");
            case "createTournament" ->
                () -> tournament(fixture, one, "createTournament(input: { name: \"" + key + "\" })");
            case "joinTournament", "leaveTournament", "cancelTournament" -> {
                String created = organized(fixture, one);
                yield () -> tournament(fixture, one, mutation + "(tournamentId: \"" + created + "\")");
            }
            case "inviteToTournament" -> {
                String created = organized(fixture, one);
                yield () -> tournament(
                        fixture,
                        one,
                        "inviteToTournament(tournamentId: \"" + created + "\", playerId: \"" + two + "\")");
            }
            case "startTournament" -> {
                String created = organized(fixture, one);
                for (UUID player : List.of(one, two, UUID.randomUUID())) {
                    tournament(fixture, player, "joinTournament(tournamentId: \"" + created + "\")");
                }
                yield () -> tournament(fixture, one, "startTournament(tournamentId: \"" + created + "\")");
            }
            default -> throw new AssertionError("What does it mean to repeat " + mutation + "?");
        };
    }

    private static String sent(MatchFixture fixture, UUID challenger, UUID challenged) {
        return challenge(fixture, challenger, "sendChallenge(to: \"" + challenged + "\")")
                .at("/challenge/id")
                .asString();
    }

    private static JsonNode challenge(MatchFixture fixture, UUID player, String mutation) {
        return fixture.player(player)
                .data("mutation { change: " + mutation + " { challenge { id status } errors { code } } }")
                .get("change");
    }

    private static JsonNode queue(MatchFixture fixture, UUID player, String mutation) {
        return fixture.player(player)
                .data("mutation { change: " + mutation + " { ticket { id status } errors { code } } }")
                .get("change");
    }

    private static String organized(MatchFixture fixture, UUID organizer) {
        return tournament(fixture, organizer, "createTournament(input: { name: \"" + UUID.randomUUID() + "\" })")
                .at("/tournament/id")
                .asString();
    }

    private static JsonNode tournament(MatchFixture fixture, UUID player, String mutation) {
        return fixture.player(player)
                .data("mutation { change: " + mutation
                        + " { tournament { id status myEntry { status } rounds { number } } errors { code } } }")
                .get("change");
    }

    private static void registered(MatchFixture fixture) {
        onServer(fixture, "registerGameServer(input: " + SERVER + ")", "server { id }");
    }

    private static JsonNode onServer(MatchFixture fixture, String mutation, String fields) {
        return fixture.server("game-server-repeats")
                .data("mutation { change: " + mutation + " { " + fields + " errors { code } } }")
                .get("change");
    }

    private static void check(MatchFixture fixture, Supplier<JsonNode> request) {
        JsonNode first = request.get();
        assertThat(first.get("errors")).isEmpty();
        if (!first.has("match")) {
            assertThat(request.get()).isEqualTo(first);
            return;
        }
        UUID match = idOf(first);
        JsonNode before = state(fixture, match);

        JsonNode second = request.get();

        assertThat(MatchFixture.rejection(second)).isIn("", "ILLEGAL_TRANSITION");
        if (MatchFixture.rejection(second).isEmpty()) {
            assertThat(second).isEqualTo(first);
        }
        assertThat(state(fixture, match)).isEqualTo(before);
    }

    private static JsonNode state(MatchFixture fixture, UUID match) {
        return fixture.visitor().data(STATE, Map.of("id", match));
    }

    private static UUID idOf(JsonNode payload) {
        return UUID.fromString(payload.at("/match/id").asString());
    }
}
