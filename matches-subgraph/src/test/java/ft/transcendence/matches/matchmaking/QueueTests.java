package ft.transcendence.matches.matchmaking;

import static ft.transcendence.matches.testing.MatchFixture.rejection;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.matches.match.MatchMode;
import ft.transcendence.matches.player.PlayerErased;
import ft.transcendence.matches.testing.MatchFixture;
import ft.transcendence.matches.testing.MatchesTest;
import ft.transcendence.matches.testing.MovableClock;
import ft.transcendence.matches.testing.ObservedClock;
import ft.transcendence.matches.testing.ProfileSeeder;
import ft.transcendence.subgraph.testing.TestEventStream;
import ft.transcendence.subgraph.testing.TestIdentity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The queue, from joining it to the match. */
@MatchesTest
class QueueTests {

    private static final String TICKET =
            "{ status players { user { id } joined } waitedSeconds estimatedSeconds match { status players { user { id } } } }";

    @LocalServerPort
    private int port;

    @Autowired
    private MatchmakingRun matchmaking;

    @Autowired
    private MatchmakingSchedule schedule;

    @Autowired
    private Queue queue;

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

    @Autowired
    private ApplicationEventPublisher events;

    private MatchFixture fixture;

    private final UUID alice = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();
    private final UUID carol = UUID.randomUUID();
    private final UUID dave = UUID.randomUUID();

    @BeforeEach
    void enter() {
        fixture = new MatchFixture(port);
        jdbc.sql("DELETE FROM queue_ticket").update();
        jdbc.sql("UPDATE queue_turn SET next_at = now()").update();
        ProfileSeeder.of(List.of(alice, bob, carol, dave));
    }

    @Test
    void makesAMatchOfTwoPlayers() {
        assertThat(status(join(alice))).isEqualTo("WAITING");
        clock.pass(Duration.ofSeconds(7));
        join(bob);

        assertThat(matchmaking.of(MatchMode.ONE_VS_ONE)).isEqualTo(1);

        JsonNode ticket = mine(alice);
        assertThat(ticket.get("status").asString()).isEqualTo("MATCHED");
        assertThat(ticket.get("waitedSeconds").asInt()).isEqualTo(7);
        assertThat(ticket.at("/match/status").asString()).isEqualTo("CREATED");
        assertThat(ticket.at("/match/players").findValuesAsString("id"))
                .containsExactlyInAnyOrder(alice.toString(), bob.toString());
        assertThat(mine(bob).get("match")).isEqualTo(ticket.get("match"));
        assertThat(matchmaking.of(MatchMode.ONE_VS_ONE)).isZero();
    }

    @Test
    void estimatesTheWaitByThatOfOthers() {
        assertThat(join(carol).at("/ticket/estimatedSeconds").isNull()).isTrue();
        leave(carol);
        join(alice);
        clock.pass(Duration.ofSeconds(11));
        join(bob);
        clock.pass(Duration.ofSeconds(1));
        matchmaking.of(MatchMode.ONE_VS_ONE);

        assertThat(join(carol).at("/ticket/estimatedSeconds").asInt()).isBetween(6, 9);
    }

    @Test
    void returnsTheSameTicketWhenJoiningAgain() {
        join(alice);
        clock.pass(Duration.ofSeconds(5));

        JsonNode again = join(alice);

        assertThat(again.get("errors")).isEmpty();
        assertThat(again.at("/ticket/waitedSeconds").asInt()).isEqualTo(5);
        assertThat(rejection(join(alice, MatchMode.TWO_VS_TWO, null))).isEqualTo("ALREADY_QUEUED");
    }

    @Test
    void refusesPlayersWhoAreInAMatch() {
        fixture.live(alice, bob);

        assertThat(rejection(join(alice))).isEqualTo("PLAYER_BUSY");
    }

    @Test
    void leavesTheQueue() {
        join(alice);

        assertThat(status(leave(alice))).isEqualTo("LEFT");
        assertThat(leave(alice).toString()).isEqualTo("{\"ticket\":null,\"errors\":[]}");
        join(bob);
        assertThat(matchmaking.of(MatchMode.ONE_VS_ONE)).isZero();
        assertThat(status(join(alice))).isEqualTo("WAITING");
    }

    @Test
    void leavesTheQueueForAnotherMatch() {
        join(alice);

        fixture.live(alice, bob);

        assertThat(mine(alice).get("status").asString()).isEqualTo("LEFT");
        assertThat(mine(alice).get("match").isNull()).isTrue();
    }

    @Test
    void waitsForTheInvitedPartner() {
        assertThat(status(join(alice, MatchMode.TWO_VS_TWO, bob))).isEqualTo("INVITING");
        assertThat(invitations(bob)).isEqualTo("[{\"from\":{\"id\":\"%s\"},\"mode\":\"TWO_VS_TWO\"}]".formatted(alice));
        assertThat(invitations(carol)).isEqualTo("[]");
        join(carol, MatchMode.TWO_VS_TWO, null);
        join(dave, MatchMode.TWO_VS_TWO, null);
        assertThat(matchmaking.of(MatchMode.TWO_VS_TWO)).isZero();

        assertThat(status(join(bob, MatchMode.TWO_VS_TWO, alice))).isEqualTo("WAITING");

        assertThat(invitations(bob)).isEqualTo("[]");
        assertThat(matchmaking.of(MatchMode.TWO_VS_TWO)).isEqualTo(1);
        JsonNode players = mine(alice).at("/match/players");
        assertThat(Set.of(
                        Set.of(player(players, 0), player(players, 1)), Set.of(player(players, 2), player(players, 3))))
                .isEqualTo(Set.of(Set.of(alice, bob), Set.of(carol, dave)));
    }

    @Test
    void leavesTheQueueTogether() {
        join(alice, MatchMode.TWO_VS_TWO, bob);
        join(bob, MatchMode.TWO_VS_TWO, alice);

        leave(bob);

        assertThat(mine(alice).get("status").asString()).isEqualTo("LEFT");
    }

    @Test
    void refusesImpossiblePartners() {
        UUID unknown = UUID.randomUUID();

        assertThat(rejection(join(alice, MatchMode.ONE_VS_ONE, bob))).isEqualTo("INVALID_PARTNER");
        assertThat(rejection(join(alice, MatchMode.TWO_VS_TWO, alice))).isEqualTo("INVALID_PARTNER");
        assertThat(rejection(join(alice, MatchMode.TWO_VS_TWO, unknown))).isEqualTo("PLAYER_UNAVAILABLE");
        assertThat(jdbc.sql("SELECT count(*) FROM player WHERE user_id = :id")
                        .param("id", unknown)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void forgetsPlayersWhoAreGone() {
        join(alice);
        join(bob);
        observed.pass(limits.presence().minusSeconds(1));
        join(bob);
        observed.pass(Duration.ofSeconds(2));

        schedule.takeTurn();

        assertThat(mine(alice).get("status").asString()).isEqualTo("EXPIRED");
        assertThat(mine(bob).get("status").asString()).isEqualTo("WAITING");
    }

    @Test
    void forgetsOldTickets() {
        join(alice);
        leave(alice);
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
        join(alice);
        join(bob);
        join(carol);

        matchmaking.of(MatchMode.ONE_VS_ONE);

        assertThat(mine(carol).get("status").asString()).isEqualTo("MATCHED");
    }

    @Test
    void neverBringsPlayersTogetherWhoBlockEachOther() {
        block(bob, alice);
        join(alice);
        join(bob);

        assertThat(matchmaking.of(MatchMode.ONE_VS_ONE)).isZero();
        assertThat(rejection(join(carol, MatchMode.TWO_VS_TWO, dave))).isEmpty();
        leave(alice);
        assertThat(rejection(join(alice, MatchMode.TWO_VS_TWO, bob))).isEqualTo("PLAYER_UNAVAILABLE");
    }

    @Test
    void separatesPartnersOfWhomOneBlocksTheOther() {
        join(alice, MatchMode.TWO_VS_TWO, bob);

        queue.separate(bob, alice);

        assertThat(mine(alice).get("status").asString()).isEqualTo("LEFT");
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

        assertThat(rejection(join(alice))).isEqualTo("QUEUE_BANNED");
        assertThat(rejection(join(bob))).isEmpty();
        clock.pass(Duration.ofSeconds(61));
        assertThat(rejection(join(alice))).isEmpty();
    }

    private void leaveBeforeTheStart(UUID leaving, UUID staying) {
        join(leaving);
        join(staying);
        matchmaking.of(MatchMode.ONE_VS_ONE);
        UUID match = tickets.newestOf(leaving).orElseThrow().matchId();
        assertThat(rejection(
                        MatchFixture.mutate(fixture.player(leaving), "forfeitMatch", Objects.requireNonNull(match))))
                .isEmpty();
    }

    @Test
    void deletesTheTicketsOfAnErasedPlayer() {
        join(alice, MatchMode.TWO_VS_TWO, bob);

        events.publishEvent(new PlayerErased(bob));

        assertThat(tickets.newestOf(alice)).isEmpty();
    }

    @Test
    void tellsThePlayerWhatHappens() {
        try (TestEventStream stream =
                TestEventStream.open(port, token(alice), "subscription { myQueueTicket { status } }")) {
            join(alice);
            assertThat(next(stream)).isEqualTo("WAITING");

            join(bob);
            matchmaking.of(MatchMode.ONE_VS_ONE);
            assertThat(next(stream)).isEqualTo("MATCHED");
        }
    }

    /** Players join, leave and are put into other matches while two instances make matches. */
    @Test
    void putsNobodyIntoTwoMatches() throws Exception {
        List<UUID> players = MatchFixture.players(24);
        ProfileSeeder.of(players);
        List<Callable<@Nullable Object>> tasks = new ArrayList<>();
        for (UUID player : players) {
            tasks.add(() -> queue.join(player, new JoinQueueInput(MatchMode.ONE_VS_ONE, null)));
        }
        for (int index = 0; index < players.size(); index += 6) {
            UUID leaving = players.get(index);
            List<UUID> challenged = List.of(players.get(index + 1));
            List<UUID> challenger = List.of(players.get(index + 2));
            tasks.add(() -> queue.leave(leaving));
            tasks.add(() -> fixture.create(challenged, challenger));
        }
        for (int run = 0; run < 8; run++) {
            tasks.add(() -> matchmaking.of(MatchMode.ONE_VS_ONE));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<@Nullable Object> done : threads.invokeAll(tasks)) {
                done.get();
            }
        }
        matchmaking.of(MatchMode.ONE_VS_ONE);

        assertThat(count("""
                SELECT count(*) FROM (SELECT user_id FROM match_player WHERE open GROUP BY user_id HAVING count(*) > 1) twice
                """)).isZero();
        assertThat(count("SELECT count(*) FROM queue_seat JOIN match_player USING (user_id) WHERE queue_seat.open"
                        + " AND match_player.open"))
                .isZero();
        assertThat(count("SELECT count(*) FROM queue_seat WHERE open")).isLessThan(2);
    }

    private int count(String query) {
        return jdbc.sql(query).query(Integer.class).single();
    }

    private JsonNode join(UUID player) {
        return join(player, MatchMode.ONE_VS_ONE, null);
    }

    private JsonNode join(UUID player, MatchMode mode, @Nullable UUID partner) {
        Map<String, Object> input = new HashMap<>(Map.of("mode", mode));
        if (partner != null) {
            input.put("partnerId", partner);
        }
        return fixture.player(player)
                .data(
                        "mutation ($input: JoinQueueInput!) { joinQueue(input: $input) { ticket " + TICKET
                                + " errors { code } } }",
                        Map.of("input", input))
                .get("joinQueue");
    }

    private JsonNode leave(UUID player) {
        return fixture.player(player)
                .data("mutation { leaveQueue { ticket " + TICKET + " errors { code } } }")
                .get("leaveQueue");
    }

    private JsonNode mine(UUID player) {
        return fixture.player(player).data("{ myQueueTicket " + TICKET + " }").get("myQueueTicket");
    }

    private String invitations(UUID player) {
        return fixture.player(player)
                .data("{ myQueueInvitations { from { id } mode } }")
                .get("myQueueInvitations")
                .toString();
    }

    private static String status(JsonNode payload) {
        return payload.at("/ticket/status").asString();
    }

    private static UUID player(JsonNode players, int index) {
        return UUID.fromString(players.at("/%d/user/id".formatted(index)).asString());
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
