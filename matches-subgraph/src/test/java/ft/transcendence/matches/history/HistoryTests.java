package ft.transcendence.matches.history;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.matches.testing.MatchFixture;
import ft.transcendence.matches.testing.MatchesTest;
import ft.transcendence.subgraph.testing.StatementCounter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Queries for matches: by id, by filter, page by page. */
@MatchesTest
class HistoryTests {

    private static final String OF_PLAYER =
            "query ($representations: [_Any!]!, $filter: PlayerMatchFilter, $after: String)"
                    + " { _entities(representations: $representations) { ... on User { matches(filter: $filter, first: 2,"
                    + " after: $after) { nodes { id } edges { cursor node { id } } pageInfo { hasNextPage endCursor } } } } }";

    @LocalServerPort
    private int port;

    @Autowired
    private StatementCounter statements;

    @Autowired
    private JdbcClient jdbc;

    private MatchFixture fixture;

    private final UUID alice = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();
    private final UUID carol = UUID.randomUUID();

    @BeforeEach
    void enter() {
        fixture = new MatchFixture(port);
    }

    @Test
    void returnsMatchesInTheOrderOfTheirIds() {
        UUID first = fixture.won(alice, bob);
        UUID second = fixture.won(bob, alice);
        UUID unknown = UUID.randomUUID();

        JsonNode found = fixture.visitor()
                .data(
                        "query ($ids: [ID!]!) { matchesByIds(ids: $ids) { id winner } }",
                        Map.of("ids", List.of(second, unknown, first, second)));

        assertThat(found.get("matchesByIds").toString())
                .isEqualTo(
                        "[{\"id\":\"%s\",\"winner\":\"ONE\"},null,{\"id\":\"%s\",\"winner\":\"ONE\"},{\"id\":\"%s\",\"winner\":\"ONE\"}]"
                                .formatted(second, first, second));
    }

    @Test
    void rejectsTooManyIds() {
        assertThat(fixture.visitor()
                        .errorCode(
                                "query ($ids: [ID!]!) { matchesByIds(ids: $ids) { id } }",
                                Map.of("ids", MatchFixture.players(101))))
                .isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void returnsNullForUnknownIds() {
        assertThat(fixture.visitor()
                        .data("{ match(id: \"%s\") { id } }".formatted(alice))
                        .get("match")
                        .isNull())
                .isTrue();
    }

    @Test
    void pagesThroughAPlayersMatchesWhileNewOnesAreAdded() {
        List<UUID> played = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            played.addFirst(fixture.won(alice, bob));
        }
        List<String> seen = new ArrayList<>();
        JsonNode page = ofPlayer(alice, Map.of(), null);
        ids(page).forEach(seen::add);
        fixture.won(alice, bob);
        while (page.get("pageInfo").get("hasNextPage").asBoolean()) {
            page = ofPlayer(
                    alice, Map.of(), page.get("pageInfo").get("endCursor").asString());
            ids(page).forEach(seen::add);
        }

        assertThat(seen)
                .containsExactlyElementsOf(played.stream().map(UUID::toString).toList());
    }

    @Test
    void filtersAPlayersMatches() {
        UUID won = fixture.won(alice, bob);
        UUID lost = fixture.won(carol, alice);
        UUID doubles = fixture.won(List.of(alice, bob), List.of(carol, UUID.randomUUID()));
        UUID running = fixture.live(alice, bob);

        assertThat(ids(ofPlayer(alice, Map.of("outcome", "LOSS"), null))).containsExactly(lost.toString());
        assertThat(ids(ofPlayer(alice, Map.of("mode", "TWO_VS_TWO"), null))).containsExactly(doubles.toString());
        assertThat(ids(ofPlayer(alice, Map.of("statuses", List.of("LIVE", "READY")), null)))
                .containsExactly(running.toString());
        assertThat(ids(ofPlayer(alice, Map.of("statuses", List.of()), null))).isEmpty();
        assertThat(ids(ofPlayer(alice, Map.of("opponentId", carol), null)))
                .containsExactly(doubles.toString(), lost.toString());
        assertThat(ids(ofPlayer(alice, Map.of("opponentId", bob, "statuses", List.of("COMPLETED")), null)))
                .containsExactly(won.toString());
        assertThat(ids(ofPlayer(alice, Map.of("createdBefore", "2020-01-01T00:00:00Z"), null)))
                .isEmpty();
        assertThat(ids(ofPlayer(alice, Map.of("createdFrom", "2020-01-01T01:00:00+01:00", "outcome", "LOSS"), null)))
                .containsExactly(lost.toString());
    }

    @Test
    void filtersAllMatches() {
        UUID completed = fixture.won(alice, bob);
        UUID running = fixture.live(alice, bob);

        assertThat(all(Map.of("playerId", alice))).containsExactly(running.toString(), completed.toString());
        assertThat(all(Map.of("playerId", alice, "statuses", List.of("COMPLETED"))))
                .containsExactly(completed.toString());
        assertThat(all(Map.of("playerId", alice, "mode", "TWO_VS_TWO"))).isEmpty();
        assertThat(ids(fixture.visitor()
                        .data("{ liveMatches(first: 100) { nodes { id } } }")
                        .get("liveMatches")))
                .contains(running.toString())
                .doesNotContain(completed.toString());
    }

    @Test
    void rejectsInvalidPages() {
        assertThat(fixture.visitor().errorCode("{ matches(first: 101) { nodes { id } } }"))
                .isEqualTo("BAD_USER_INPUT");
        assertThat(fixture.visitor()
                        .errorCode(
                                MatchFixture.entities("matches(first: 26) { nodes { id } }"),
                                Map.of("representations", MatchFixture.representations(List.of(alice)))))
                .isEqualTo("BAD_USER_INPUT");
        assertThat(fixture.visitor().errorCode("{ matches(first: -1) { nodes { id } } }"))
                .isEqualTo("BAD_USER_INPUT");
        assertThat(fixture.visitor().errorCode("{ matches(after: \"nonsense\") { nodes { id } } }"))
                .isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void rejectsNestedListsBeforeTheyFillTheHeap() {
        List<UUID> players = MatchFixture.players(30);
        for (UUID player : players) {
            fixture.won(player, alice);
            fixture.won(bob, player);
        }
        String page = "matches(first: 25) { nodes { players { user { %s } } } }";
        String nested = "{ " + page.formatted(page.formatted(page.formatted(page.formatted("id")))) + " }";

        statements.take();
        assertThat(fixture.visitor().errorCode(nested.replaceFirst("25", "100")))
                .isEqualTo("TOO_EXPENSIVE");
        assertThat(statements.take()).hasSizeLessThan(12);
    }

    @Test
    void returnsNullForMalformedIds() {
        assertThat(fixture.visitor()
                        .data("{ match(id: \"x\") { id } matchesByIds(ids: [\"x\", \"1-1-1-1-1\"]) { id } }")
                        .toString())
                .isEqualTo("{\"match\":null,\"matchesByIds\":[null,null]}");
    }

    @Test
    void findsEverythingSinceYearZero() {
        UUID match = fixture.won(alice, bob);

        assertThat(all(Map.of("playerId", alice, "createdFrom", "0000-01-01T00:00:00Z")))
                .containsExactly(match.toString());
        assertThat(all(Map.of("playerId", alice, "createdBefore", "0000-01-01T00:00:00Z")))
                .isEmpty();
        assertThat(all(Map.of("playerId", alice, "createdBefore", "9999-12-31T23:59:59.999999999Z")))
                .containsExactly(match.toString());
    }

    @Test
    void findsMatchesByNamePrefixOfFewAndOfManyPlayers() {
        String crowd = "c" + alice.toString().substring(0, 8);
        jdbc.sql("""
                        INSERT INTO player (user_id, username)
                        SELECT gen_random_uuid(), :crowd || number FROM generate_series(1, 400) number
                        """).param("crowd", crowd).update();
        jdbc.sql("INSERT INTO player (user_id, username) VALUES (:one, :crowd || '-1'), (:two, :crowd || '-2')")
                .param("crowd", crowd)
                .param("one", alice)
                .param("two", bob)
                .update();
        String between = fixture.won(alice, bob).toString();
        String withCarol = fixture.won(bob, carol).toString();
        String running = fixture.live(alice, carol).toString();

        assertThat(all(Map.of("playerName", crowd))).containsExactly(running, withCarol, between);
        assertThat(all(Map.of("playerName", crowd + "-"))).containsExactly(running, withCarol, between);
        assertThat(all(Map.of("playerName", crowd + "-2"))).containsExactly(withCarol, between);
        assertThat(all(Map.of("playerName", crowd, "statuses", List.of("LIVE", "VOIDED"), "mode", "ONE_VS_ONE")))
                .containsExactly(running);
        assertThat(all(Map.of("playerName", crowd + "-", "statuses", List.of("LIVE"), "mode", "ONE_VS_ONE")))
                .containsExactly(running);
        assertThat(all(Map.of("playerName", crowd, "playerId", carol, "createdFrom", "2000-01-01T00:00:00Z")))
                .containsExactly(running, withCarol);
        assertThat(all(Map.of("playerName", crowd + "-1", "playerId", bob, "statuses", List.of("COMPLETED"))))
                .containsExactly(between);
        assertThat(all(Map.of("playerName", crowd + "-3"))).isEmpty();
    }

    @Test
    void comparesTwoPlayers() {
        fixture.won(alice, bob);
        fixture.won(bob, alice);
        fixture.won(List.of(alice, carol), List.of(bob, UUID.randomUUID()));
        fixture.won(List.of(alice, bob), MatchFixture.players(2));
        fixture.voidResult(fixture.won(bob, alice), "does not count");

        JsonNode data = fixture.visitor()
                .data(
                        "{ headToHead(playerId: \"%s\", opponentId: \"%s\") { player { id } played wins losses pointsFor pointsAgainst } }"
                                .formatted(alice, bob));

        assertThat(data.get("headToHead").toString())
                .isEqualTo(
                        "{\"player\":{\"id\":\"%s\"},\"played\":3,\"wins\":2,\"losses\":1,\"pointsFor\":37,\"pointsAgainst\":21}"
                                .formatted(alice));
        assertThat(fixture.visitor()
                        .errorCode("{ headToHead(playerId: \"%s\", opponentId: \"%s\") { played } }"
                                .formatted(alice, alice)))
                .isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void needsTheSameStatementsForOnePlayerAndForMany() {
        List<UUID> players = MatchFixture.players(12);
        for (int number = 0; number < players.size(); number += 2) {
            fixture.won(players.get(number), players.get(number + 1));
            fixture.won(players.get(number + 1), players.get(number));
        }
        String page = """
                rating { value rank } stats { played byMode { wins } }
                matches(first: 5) { nodes { id players { outcome user { id } ratingChange { points } } } }
                lost: matches(filter: {outcome: LOSS}) { nodes { id } }""";

        List<String> forOne = statementsFor(players.subList(0, 1), page);
        List<String> forAll = statementsFor(players, page);

        assertThat(forAll).hasSameSizeAs(forOne);
        // ratings with ranks, statistics, two searches that read their matches and players, rating changes
        assertThat(forOne).hasSize(5);
        assertThat(forOne).doesNotHaveDuplicates();
    }

    @Test
    void needsTheSameStatementsForOneMatchAndForMany() {
        List<UUID> matches = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            matches.add(fixture.won(alice, bob));
        }

        assertThat(statementsFor(
                        "{ matchesByIds(ids: [\"%s\"]) { id players { user { id } ratingChange { points } } } }"
                                .formatted(matches.getFirst())))
                .hasSize(2);
        assertThat(statementsFor("{ matchesByIds(ids: [%s]) { id players { user { id } ratingChange { points } } } }"
                        .formatted(String.join(
                                ",",
                                matches.stream().map(id -> "\"" + id + "\"").toList()))))
                .hasSize(2);
    }

    private List<String> statementsFor(List<UUID> players, String fields) {
        statements.take();
        fixture.users(players, fields);
        return statements.take();
    }

    private List<String> statementsFor(String document) {
        statements.take();
        fixture.visitor().data(document);
        return statements.take();
    }

    private JsonNode ofPlayer(UUID player, Map<String, ?> filter, @Nullable String after) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("representations", MatchFixture.representations(List.of(player)));
        variables.put("filter", filter);
        if (after != null) {
            variables.put("after", after);
        }
        return fixture.visitor()
                .data(OF_PLAYER, variables)
                .get("_entities")
                .get(0)
                .get("matches");
    }

    private List<String> all(Map<String, ?> filter) {
        return ids(fixture.visitor()
                .data(
                        "query ($filter: MatchFilter) { matches(filter: $filter) { nodes { id } } }",
                        Map.of("filter", filter))
                .get("matches"));
    }

    private static List<String> ids(JsonNode connection) {
        List<String> ids = new ArrayList<>();
        connection.get("nodes").forEach(node -> ids.add(node.get("id").asString()));
        return ids;
    }
}
