package ft.transcendence.matches.matchmaking;

import static ft.transcendence.matches.testing.MatchFixture.rejection;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.matches.match.MatchMode;
import ft.transcendence.matches.testing.MatchFixture;
import ft.transcendence.matches.testing.MatchesTest;
import ft.transcendence.matches.testing.MovableClock;
import ft.transcendence.matches.testing.ObservedClock;
import ft.transcendence.matches.testing.ProfileSeeder;
import ft.transcendence.subgraph.testing.TestEventStream;
import ft.transcendence.subgraph.testing.TestIdentity;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The queue, from joining it to the match. */
@MatchesTest
class QueueTests {

    @LocalServerPort
    private int port;

    @Autowired
    private MatchmakingRun matchmaking;

    @Autowired
    private MatchmakingSchedule schedule;

    @Autowired
    private QueueStore tickets;

    @Autowired
    private QueueProperties limits;

    @Autowired
    private MovableClock clock;

    @Autowired
    private ObservedClock observed;

    @Autowired
    private JdbcClient jdbc;

    private MatchFixture fixture;
    private QueueFixture players;

    private final UUID alice = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();
    private final UUID carol = UUID.randomUUID();
    private final UUID dave = UUID.randomUUID();

    @BeforeEach
    void enter() {
        fixture = new MatchFixture(port);
        players = new QueueFixture(fixture);
        jdbc.sql("DELETE FROM queue_ticket").update();
        jdbc.sql("UPDATE queue_turn SET next_at = now()").update();
        ProfileSeeder.of(List.of(alice, bob, carol, dave));
    }

    @Test
    void makesAMatchOfTwoPlayers() {
        assertThat(QueueFixture.status(players.join(alice))).isEqualTo("WAITING");
        clock.pass(Duration.ofSeconds(7));
        players.join(bob);

        assertThat(matchmaking.of(MatchMode.ONE_VS_ONE)).isEqualTo(1);

        JsonNode ticket = players.mine(alice);
        assertThat(ticket.get("status").asString()).isEqualTo("MATCHED");
        assertThat(ticket.get("waitedSeconds").asInt()).isEqualTo(7);
        assertThat(ticket.at("/match/status").asString()).isEqualTo("CREATED");
        assertThat(ticket.at("/match/players").findValuesAsString("id"))
                .containsExactlyInAnyOrder(alice.toString(), bob.toString());
        assertThat(players.mine(bob).get("match")).isEqualTo(ticket.get("match"));
        assertThat(matchmaking.of(MatchMode.ONE_VS_ONE)).isZero();
    }

    @Test
    void comparesRatingsOfTheMode() {
        fixture.won(alice, bob);

        players.join(alice);
        players.join(bob, MatchMode.TWO_VS_TWO, null);

        assertThat(strengths(MatchMode.ONE_VS_ONE)).singleElement().satisfies(strength -> assertThat(strength)
                .isGreaterThan(1500));
        assertThat(strengths(MatchMode.TWO_VS_TWO)).containsExactly(1500.0);
    }

    private List<Double> strengths(MatchMode mode) {
        return jdbc.sql("SELECT strength FROM queue_ticket WHERE mode = :mode")
                .param("mode", mode.name())
                .query((row, number) -> row.getDouble(1))
                .list();
    }

    @Test
    void estimatesTheWaitByThatOfOthers() {
        assertThat(players.join(carol).at("/ticket/estimatedSeconds").isNull()).isTrue();
        players.leave(carol);
        players.join(alice);
        clock.pass(Duration.ofSeconds(11));
        players.join(bob);
        clock.pass(Duration.ofSeconds(1));
        matchmaking.of(MatchMode.ONE_VS_ONE);

        assertThat(players.join(carol).at("/ticket/estimatedSeconds").asInt()).isBetween(6, 9);
    }

    @Test
    void returnsTheSameTicketWhenJoiningAgain() {
        players.join(alice);
        clock.pass(Duration.ofSeconds(5));

        JsonNode again = players.join(alice);

        assertThat(again.get("errors")).isEmpty();
        assertThat(again.at("/ticket/waitedSeconds").asInt()).isEqualTo(5);
        assertThat(rejection(players.join(alice, MatchMode.TWO_VS_TWO, null))).isEqualTo("ALREADY_QUEUED");
    }

    @Test
    void refusesPlayersWhoAreInAMatch() {
        fixture.live(alice, bob);

        assertThat(rejection(players.join(alice))).isEqualTo("PLAYER_BUSY");
    }

    @Test
    void leavesTheQueue() {
        players.join(alice);

        assertThat(QueueFixture.status(players.leave(alice))).isEqualTo("LEFT");
        assertThat(players.leave(alice).toString()).isEqualTo("{\"ticket\":null,\"errors\":[]}");
        players.join(bob);
        assertThat(matchmaking.of(MatchMode.ONE_VS_ONE)).isZero();
        assertThat(QueueFixture.status(players.join(alice))).isEqualTo("WAITING");
    }

    @Test
    void leavesTheQueueForAnotherMatch() {
        players.join(alice);

        fixture.live(alice, bob);

        assertThat(players.mine(alice).get("status").asString()).isEqualTo("LEFT");
        assertThat(players.mine(alice).get("match").isNull()).isTrue();
    }

    @Test
    void forgetsPlayersWhoAreGone() {
        players.join(alice);
        players.join(bob);
        observed.pass(limits.presence().minusSeconds(1));
        players.join(bob);
        observed.pass(Duration.ofSeconds(2));

        schedule.takeTurn();

        assertThat(players.mine(alice).get("status").asString()).isEqualTo("EXPIRED");
        assertThat(players.mine(bob).get("status").asString()).isEqualTo("WAITING");
    }

    @Test
    void forgetsOldTickets() {
        players.join(alice);
        players.leave(alice);
        clock.pass(limits.remembered().plusSeconds(1));

        schedule.takeTurn();

        assertThat(tickets.newestOf(alice)).isEmpty();
    }

    @Test
    void takesTurnsWithOtherInstances() {
        assertThat(tickets.takeTurn(Duration.ofHours(1))).isTrue();
        assertThat(tickets.takeTurn(Duration.ofHours(1))).isFalse();
    }

    @Test
    void looksForSomebodyElseAfterTwoMatchesInARow() {
        fixture.won(alice, bob);
        fixture.won(bob, alice);
        players.join(alice);
        players.join(bob);
        players.join(carol);

        matchmaking.of(MatchMode.ONE_VS_ONE);

        assertThat(players.mine(carol).get("status").asString()).isEqualTo("MATCHED");
    }

    @Test
    void neverBringsPlayersTogetherWhoBlockEachOther() {
        block(bob, alice);
        players.join(alice);
        players.join(bob);

        assertThat(matchmaking.of(MatchMode.ONE_VS_ONE)).isZero();
        assertThat(rejection(players.join(carol, MatchMode.TWO_VS_TWO, dave))).isEmpty();
        players.leave(alice);
        assertThat(rejection(players.join(alice, MatchMode.TWO_VS_TWO, bob))).isEqualTo("PLAYER_UNAVAILABLE");
    }

    private void block(UUID blocker, UUID blocked) {
        jdbc.sql("INSERT INTO player_block (blocker, blocked) VALUES (:blocker, :blocked)")
                .param("blocker", blocker)
                .param("blocked", blocked)
                .update();
    }

    @Test
    void letsPlayersWaitWhoLeaveAgainAndAgain() {
        leaveBeforeTheStart(alice, bob);
        leaveBeforeTheStart(alice, bob);

        assertThat(rejection(players.join(alice))).isEqualTo("QUEUE_BANNED");
        assertThat(rejection(players.join(bob))).isEmpty();
        clock.pass(Duration.ofSeconds(61));
        assertThat(rejection(players.join(alice))).isEmpty();
    }

    private void leaveBeforeTheStart(UUID leaving, UUID staying) {
        players.join(leaving);
        players.join(staying);
        matchmaking.of(MatchMode.ONE_VS_ONE);
        UUID match = tickets.newestOf(leaving).orElseThrow().matchId();
        assertThat(rejection(
                        MatchFixture.mutate(fixture.player(leaving), "forfeitMatch", Objects.requireNonNull(match))))
                .isEmpty();
    }

    @Test
    void tellsThePlayerWhatHappens() {
        try (TestEventStream stream =
                TestEventStream.open(port, token(alice), "subscription { myQueueTicket { status } }")) {
            players.join(alice);
            assertThat(next(stream)).isEqualTo("WAITING");

            players.join(bob);
            matchmaking.of(MatchMode.ONE_VS_ONE);
            assertThat(next(stream)).isEqualTo("MATCHED");
        }
    }

    private static String next(TestEventStream stream) {
        return stream.next().at("/data/myQueueTicket/status").asString();
    }

    /** A token that is valid by the application's clock, which other tests move. */
    private String token(UUID player) {
        Date expiry = Date.from(clock.instant().plus(Duration.ofMinutes(5)));
        return TestIdentity.instance()
                .token(player, "official", claims -> claims.claim("realm_access", Map.of("roles", List.of("player")))
                        .expirationTime(expiry));
    }
}
