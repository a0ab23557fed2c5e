package ft.transcendence.matches;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.matches.testing.MatchFixture;
import ft.transcendence.matches.testing.MatchesTest;
import ft.transcendence.matches.testing.MovableClock;
import ft.transcendence.subgraph.testing.AccessMatrix;
import ft.transcendence.subgraph.testing.AccessRules;
import ft.transcendence.subgraph.testing.FieldRules;
import ft.transcendence.subgraph.testing.RequestWriter;
import ft.transcendence.subgraph.testing.TestGraphQL;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Tests authorization of the subgraph itself, without the gateway's checks. */
@MatchesTest
class SecurityTests {

    @LocalServerPort
    private int port;

    @Autowired
    private MovableClock clock;

    @BeforeEach
    void useTheSystemTime() {
        clock.reset();
    }

    @Autowired
    private ApplicationContext context;

    @TestFactory
    Stream<DynamicTest> enforcesTheAccessRules() {
        MatchFixture fixture = new MatchFixture(port);
        UUID player = UUID.randomUUID();
        UUID opponent = UUID.randomUUID();
        UUID match = fixture.wonPointByPoint(player, opponent);
        fixture.voidResult(match, "played to be looked at");
        UUID tournament = tournament(fixture, player, "Looked at");
        UUID changed = tournament(fixture, player, "Changed");
        RequestWriter requests = RequestWriter.of("/schema/matches.graphqls")
                .with(Map.of(
                        "id",
                        quoted(match),
                        "ids",
                        "[" + quoted(match) + "]",
                        "matchId",
                        quoted(match),
                        "playerId",
                        quoted(player),
                        "opponentId",
                        quoted(opponent),
                        "since",
                        "\"2026-01-01T00:00:00Z\"",
                        "before",
                        "\"2026-02-01T00:00:00Z\"",
                        "matches",
                        "[" + quoted(match) + "]",
                        "tournamentId",
                        quoted(changed)));
        Map<String, UUID> people = Map.of(
                "player",
                player,
                "other",
                UUID.randomUUID(),
                "moderator",
                UUID.randomUUID(),
                "admin",
                UUID.randomUUID());
        Map<String, TestGraphQL> callers =
                new HashMap<>(Map.of("anonymous", fixture.visitor(), "service", fixture.gameServer()));
        people.forEach((name, id) -> callers.put(name, fixture.withRoles(id, "player", name)));
        people.keySet().forEach(name -> Objects.requireNonNull(callers.get(name))
                .data("mutation { joinQueue(input: { mode: ONE_VS_ONE }) { errors { code } } }"));
        Map<String, UUID> matches = new HashMap<>();
        String found = "match(id: " + quoted(match) + ")";
        return new AccessMatrix(AccessRules.read("/access-rules.txt"), requests, callers)
                .event(
                        "Subscription.myMatches",
                        name -> fixture.report(
                                matches.computeIfAbsent(
                                        name,
                                        unknown -> fixture.live(
                                                Objects.requireNonNull(people.get(name)), UUID.randomUUID())),
                                0,
                                0))
                .event("Subscription.assignedMatches", name -> fixture.live(UUID.randomUUID(), UUID.randomUUID()))
                .event(
                        "Subscription.liveMatchesUpdated",
                        name -> fixture.report(
                                matches.computeIfAbsent(
                                        "list of " + name,
                                        unknown -> fixture.live(UUID.randomUUID(), UUID.randomUUID())),
                                0,
                                0))
                .path("Match", "{ " + found + " { %s } }", "/match")
                .path("Match", entity("Match", match), "/_entities/0")
                .path(
                        "Match",
                        "{ matches(filter: { playerId: " + quoted(player)
                                + ", statuses: [VOIDED] }) { nodes { %s } } }",
                        "/matches/nodes/0")
                .path("MatchPlayer", "{ " + found + " { players { %s } } }", "/match/players/0")
                .path("Tournament", entity("Tournament", tournament), "/_entities/0")
                .path("User", entity("User", player), "/_entities/0")
                .path("User", "{ " + found + " { players { user { %s } } } }", "/match/players/0/user")
                .tests();
    }

    @Test
    void hasARuleOnEveryDataFetcher() {
        assertThat(FieldRules.missing(context)).isEmpty();
    }

    @Test
    void rejectsResultsFromPlayers() {
        MatchFixture fixture = new MatchFixture(port);
        UUID player = UUID.randomUUID();
        UUID match = fixture.live(player, UUID.randomUUID());

        String code = fixture.player(player)
                .errorCode(
                        MatchFixture.document("finishMatch", "FinishMatchInput"),
                        Map.of("input", MatchFixture.result("cheat", match, "ONE", 11, 0)));

        assertThat(code).isEqualTo("FORBIDDEN");
        assertThat(fixture.user(player, "stats { played }")
                        .get("stats")
                        .get("played")
                        .asInt())
                .isZero();
    }

    @Test
    void resolvesInvalidRepresentationsToNull() {
        List<Map<String, String>> representations = Arrays.asList(
                Map.of("__typename", "User", "id", "' or 1 = 1"),
                Map.of("__typename", "Match", "id", "no uuid"),
                Map.of("__typename", "Match", "id", UUID.randomUUID().toString()));

        assertThat(TestGraphQL.on(port)
                        .data(
                                "query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename } }",
                                Map.of("representations", representations))
                        .toString())
                .isEqualTo("{\"_entities\":[null,null,null]}");
    }

    @Test
    void rejectsIntrospection() {
        assertThat(TestGraphQL.on(port)
                        .execute("{ __schema { types { name } } }")
                        .has("errors"))
                .isTrue();
    }

    private static UUID tournament(MatchFixture fixture, UUID organizer, String name) {
        return UUID.fromString(fixture.player(organizer)
                .data("mutation { createTournament(input: { name: \"" + name + "\" }) { tournament { id } } }")
                .at("/createTournament/tournament/id")
                .asString());
    }

    private static String entity(String type, UUID id) {
        return "{ _entities(representations: [{ __typename: \"" + type + "\", id: " + quoted(id) + " }]) { ... on "
                + type + " { %s } } }";
    }

    private static String quoted(UUID id) {
        return "\"" + id + "\"";
    }
}
