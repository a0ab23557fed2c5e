package ft.transcendence.matches.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.matches.player.PlayerErased;
import ft.transcendence.matches.testing.MatchFixture;
import ft.transcendence.matches.testing.MatchesTest;
import ft.transcendence.matches.testing.MovableClock;
import ft.transcendence.matches.testing.ProfileSeeder;
import ft.transcendence.subgraph.testing.StatementCounter;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
        RankTable table = new RankTable(jdbc, clock, new LeaderboardProperties(Duration.ofSeconds(5)));
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
        jdbc.sql("""
                        INSERT INTO player_rating (user_id, value, deviation, volatility, matches, rated_at, certain_until)
                        VALUES (:player, :value, :deviation, 0.06, 20, :now, :until)
                        """)
                .param("player", player)
                .param("value", value)
                .param("deviation", certainDays == 0 ? 200 : 80)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param(
                        "until",
                        clock.instant().plus(Duration.ofDays(certainDays)).atOffset(ZoneOffset.UTC))
                .update();
    }
}
