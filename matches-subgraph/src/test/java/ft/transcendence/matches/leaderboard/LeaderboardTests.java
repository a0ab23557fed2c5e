package ft.transcendence.matches.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.matches.player.PlayerErased;
import ft.transcendence.matches.rating.Ladder;
import ft.transcendence.matches.testing.MatchFixture;
import ft.transcendence.matches.testing.MatchesTest;
import ft.transcendence.matches.testing.MovableClock;
import ft.transcendence.matches.testing.ProfileSeeder;
import ft.transcendence.subgraph.testing.StatementCounter;
import ft.transcendence.subgraph.testing.TestGraphQL;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Uses ratings higher than those of any other test's players. */
@MatchesTest
class LeaderboardTests {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    @Autowired
    private StatementCounter statements;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transactions;

    private MatchFixture fixture;

    private final List<UUID> players = MatchFixture.players(6);

    @BeforeEach
    void rank() {
        fixture = new MatchFixture(port);
        ProfileSeeder.of(players);
        store(players.get(0), 9000, 60);
        store(players.get(1), 8000, 60);
        store(players.get(2), 8000, 60);
        store(players.get(3), 7000, 60);
        store(players.get(4), 6000, 60);
        store(players.get(5), 9500, 0);
    }

    @AfterEach
    void clear() {
        jdbc.sql("DELETE FROM player_rating WHERE value >= 6000").update();
    }

    @Test
    void ranksCertainRatingsBestFirst() {
        List<String> ranking = ranking(2, 5);

        assertThat(ranking.getFirst()).isEqualTo("1 " + players.get(0));
        assertThat(ranking.subList(1, 3)).containsExactlyInAnyOrder("2 " + players.get(1), "2 " + players.get(2));
        assertThat(ranking.subList(3, 5)).containsExactly("4 " + players.get(3), "5 " + players.get(4));
    }

    @Test
    void showsAPlayerWithTheirNeighbours() {
        JsonNode page = around(players.get(3), 1);

        assertThat(entries(page.get("nodes"))).hasSize(3).element(1).isEqualTo("4 " + players.get(3));
        assertThat(entries(page.get("nodes"))).first().asString().startsWith("2 ");
        assertThat(entries(page.get("nodes"))).last().isEqualTo("5 " + players.get(4));
        assertThat(page.at("/pageInfo/hasPreviousPage").asBoolean()).isTrue();
    }

    @Test
    void showsTheFirstPlayerWithThoseBelow() {
        JsonNode page = around(players.get(0), 2);

        assertThat(entries(page.get("nodes"))).hasSize(3).first().isEqualTo("1 " + players.get(0));
        assertThat(page.at("/pageInfo/hasPreviousPage").asBoolean()).isFalse();
        assertThat(page.at("/pageInfo/hasNextPage").asBoolean()).isTrue();
        assertThat(entries(around(players.get(0), 0).get("nodes"))).containsExactly("1 " + players.get(0));
    }

    @Test
    void continuesBelowAPlayersNeighbours() {
        String cursor = around(players.get(0), 2).at("/pageInfo/endCursor").asString();

        assertThat(entries(fixture.visitor()
                        .data("{ leaderboard(first: 1, after: \"%s\") { nodes { rank user { id } } } }"
                                .formatted(cursor))
                        .at("/leaderboard/nodes")))
                .containsExactly("4 " + players.get(3));
    }

    @Test
    void hasNoPlaceForPlayersWhoAreNotRanked() {
        assertThat(around(players.get(5), 5).get("nodes")).isEmpty();
        assertThat(around(UUID.randomUUID(), 5).get("nodes")).isEmpty();
    }

    @Test
    void ranksAGroupOfPlayers() {
        List<UUID> group = List.of(players.get(4), players.get(5), UUID.randomUUID(), players.get(1), players.get(3));

        assertThat(entries(fixture.visitor()
                        .data(
                                "query ($ids: [ID!]!) { leaderboardAmong(playerIds: $ids) { rank user { id } } }",
                                Map.of("ids", group))
                        .get("leaderboardAmong")))
                .containsExactly("2 " + players.get(1), "4 " + players.get(3), "5 " + players.get(4));
    }

    @Test
    void ranksAPlayerAmongFriends() {
        UUID me = players.get(3);
        List<UUID> friends = List.of(players.get(0), players.get(5), players.get(1));

        assertThat(entries(friendsLeaderboard(fixture.player(me), me, friends)))
                .containsExactly("1 " + players.get(0), "2 " + players.get(1), "4 " + me);
        assertThat(entries(friendsLeaderboard(fixture.player(me), me, List.of())))
                .containsExactly("4 " + me);
        assertThat(statements.during(() -> friendsLeaderboard(fixture.player(me), me, friends)))
                .hasSize(3);
    }

    @Test
    void doesNotRankAnotherPlayersFriends() {
        UUID me = players.get(3);
        List<UUID> friends = List.of(players.get(0));

        assertThat(friendsLeaderboard(fixture.player(players.get(0)), me, friends)
                        .isNull())
                .isTrue();
        assertThat(friendsLeaderboard(fixture.visitor(), me, friends).isNull()).isTrue();
        assertThat(friendsLeaderboard(fixture.player(me), me, null).isNull()).isTrue();
    }

    /** Requested as the gateway does, with the ids that the users subgraph returned; null if it refused. */
    private static JsonNode friendsLeaderboard(TestGraphQL caller, UUID player, @Nullable List<UUID> friends) {
        Map<String, Object> representation = new HashMap<>(Map.of("__typename", "User", "id", player));
        representation.put("friendIds", friends);
        return caller.data(
                        MatchFixture.entities("friendsLeaderboard { rank user { id } }"),
                        Map.of("representations", List.of(representation)))
                .at("/_entities/0/friendsLeaderboard");
    }

    @Test
    void limitsNeighboursAndGroups() {
        assertThat(fixture.visitor()
                        .errorCode("{ leaderboardAround(playerId: \"%s\", radius: 51) { nodes { rank } } }"
                                .formatted(players.get(0))))
                .isEqualTo("BAD_USER_INPUT");
        assertThat(fixture.visitor()
                        .errorCode(
                                "query ($ids: [ID!]!) { leaderboardAmong(playerIds: $ids) { rank } }",
                                Map.of("ids", MatchFixture.players(101))))
                .isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void findsNeighboursAndGroupsInThreeStatements() {
        // the ratings, ranks (which are not cached here), players
        assertThat(statements.during(() -> around(players.get(0), 1))).hasSize(3);
        assertThat(statements.during(() -> around(players.get(0), 4))).hasSize(3);
        assertThat(statements.during(() -> fixture.visitor()
                        .data(
                                "query ($ids: [ID!]!) { leaderboardAmong(playerIds: $ids) { rank user { id } } }",
                                Map.of("ids", players))))
                .hasSize(3);
    }

    private JsonNode around(UUID player, int radius) {
        return fixture.visitor()
                .data(
                        "{ leaderboardAround(playerId: \"%s\", radius: %d) { nodes { rank user { id } } pageInfo { hasNextPage hasPreviousPage endCursor } } }"
                                .formatted(player, radius))
                .get("leaderboardAround");
    }

    private static List<String> entries(JsonNode nodes) {
        List<String> entries = new ArrayList<>();
        nodes.forEach(entry -> entries.add(
                entry.get("rank").asInt() + " " + entry.at("/user/id").asString()));
        return entries;
    }

    @Test
    void agreesWithThePlayersOwnRank() {
        JsonNode users = fixture.users(players, "rating { rank provisional }");

        assertThat(users.valueStream().map(player -> player.get("rating").toString()))
                .containsExactly(
                        "{\"rank\":1,\"provisional\":false}",
                        "{\"rank\":2,\"provisional\":false}",
                        "{\"rank\":2,\"provisional\":false}",
                        "{\"rank\":4,\"provisional\":false}",
                        "{\"rank\":5,\"provisional\":false}",
                        "{\"rank\":null,\"provisional\":true}");
    }

    @Test
    void ranksEachModeSeparately() {
        store(Ladder.TWO_VS_TWO, players.get(0), 6500, 60);
        store(Ladder.TWO_VS_TWO, players.get(4), 9900, 60);

        assertThat(entries(fixture.visitor()
                        .data("{ leaderboard(mode: TWO_VS_TWO, first: 2) { nodes { rank user { id } } } }")
                        .at("/leaderboard/nodes")))
                .containsExactly("1 " + players.get(4), "2 " + players.get(0));
        assertThat(ranking(2, 5)).last().isEqualTo("5 " + players.get(4));
        assertThat(fixture.user(
                                players.get(4),
                                "single: rating { mode value rank } double: rating(mode: TWO_VS_TWO) { mode value rank }")
                        .toString())
                .contains(
                        "\"single\":{\"mode\":\"ONE_VS_ONE\",\"value\":6000.0,\"rank\":5}",
                        "\"double\":{\"mode\":\"TWO_VS_TWO\",\"value\":9900.0,\"rank\":1}");
        assertThat(entries(fixture.visitor()
                        .data(
                                "query ($ids: [ID!]!) { leaderboardAmong(playerIds: $ids, mode: TWO_VS_TWO) { rank user { id } } }",
                                Map.of("ids", players))
                        .get("leaderboardAmong")))
                .containsExactly("1 " + players.get(4), "2 " + players.get(0));
        assertThat(entries(fixture.visitor()
                        .data(
                                "{ leaderboardAround(playerId: \"%s\", mode: TWO_VS_TWO, radius: 1) { nodes { rank user { id } } } }"
                                        .formatted(players.get(4)))
                        .at("/leaderboardAround/nodes")))
                .containsExactly("1 " + players.get(4), "2 " + players.get(0));
    }

    @Test
    void hidesErasedPlayers() {
        transactions.executeWithoutResult(status -> events.publishEvent(new PlayerErased(players.get(0))));

        assertThat(ranking(3, 2)).doesNotContain("1 " + players.get(0));
        assertThat(fixture.user(players.get(0), "rating { rank }")
                        .get("rating")
                        .get("rank")
                        .isNull())
                .isTrue();
    }

    @Test
    void hidesInactivePlayers() {
        clock.pass(Duration.ofDays(1000));

        assertThat(fixture.user(players.get(0), "rating { rank }")
                        .get("rating")
                        .get("rank")
                        .isNull())
                .isTrue();
    }

    @Test
    void readsAPageWithItsPlayersInTwoStatements() {
        statements.take();

        fixture.visitor().data("{ leaderboard(first: 5) { nodes { rank user { id } } } }");

        assertThat(statements.take()).hasSize(2);
    }

    @Test
    void cachesRanksUntilTheyAreTooOld() {
        RankTable table =
                new RankTable(Ladder.ONE_VS_ONE, jdbc, clock, new LeaderboardProperties(Duration.ofSeconds(5)));
        assertThat(table.values().better(8500)).isEqualTo(1);
        jdbc.sql("UPDATE player_rating SET value = 8600 WHERE user_id = :player")
                .param("player", players.get(4))
                .update();
        statements.take();

        assertThat(table.values().better(8500)).isEqualTo(1);
        assertThat(statements.take()).isEmpty();

        clock.pass(Duration.ofSeconds(6));
        assertThat(table.values().better(8500)).isEqualTo(2);
        assertThat(table.values().equal(8000)).isEqualTo(2);
        assertThat(statements.take()).hasSize(1);
    }

    @Test
    void rejectsCursorsOfOtherLists() {
        assertThat(fixture.visitor().errorCode("{ leaderboard(after: \"YWJj\") { nodes { rank } } }"))
                .isEqualTo("BAD_USER_INPUT");
    }

    private List<String> ranking(int pageSize, int size) {
        List<String> ranking = new ArrayList<>();
        String after = "";
        while (ranking.size() < size) {
            JsonNode page = fixture.visitor()
                    .data("{ leaderboard(first: %d%s) { nodes { rank user { id } } pageInfo { endCursor } } }"
                            .formatted(pageSize, after))
                    .get("leaderboard");
            page.get("nodes")
                    .forEach(entry -> ranking.add(entry.get("rank").asInt() + " "
                            + entry.get("user").get("id").asString()));
            after = ", after: \"" + page.get("pageInfo").get("endCursor").asString() + "\"";
        }
        return ranking.subList(0, size);
    }

    /** Stores a rating that is certain for this number of days; a provisional one if zero. */
    private void store(UUID player, double value, int certainDays) {
        store(Ladder.ONE_VS_ONE, player, value, certainDays);
    }

    private void store(Ladder ladder, UUID player, double value, int certainDays) {
        jdbc.sql("""
                        INSERT INTO player_rating (user_id, mode, value, deviation, volatility, matches, rated_at, certain_until)
                        VALUES (:player, :mode, :value, :deviation, 0.06, 20, :now, :until)
                        """)
                .param("player", player)
                .param("mode", ladder.name())
                .param("value", value)
                .param("deviation", certainDays == 0 ? 200 : 80)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param(
                        "until",
                        clock.instant().plus(Duration.ofDays(certainDays)).atOffset(ZoneOffset.UTC))
                .update();
    }
}
