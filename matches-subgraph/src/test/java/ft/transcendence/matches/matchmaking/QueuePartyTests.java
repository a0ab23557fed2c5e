package ft.transcendence.matches.matchmaking;

import static ft.transcendence.matches.matchmaking.QueueFixture.status;
import static ft.transcendence.matches.testing.MatchFixture.rejection;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.matches.match.MatchMode;
import ft.transcendence.matches.player.PlayerErased;
import ft.transcendence.matches.testing.MatchFixture;
import ft.transcendence.matches.testing.MatchesTest;
import ft.transcendence.matches.testing.MovableClock;
import ft.transcendence.matches.testing.ProfileSeeder;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Partners in the queue. */
@MatchesTest
class QueuePartyTests {

    @LocalServerPort
    private int port;

    @Autowired
    private MatchmakingRun matchmaking;

    @Autowired
    private Queue queue;

    @Autowired
    private QueueStore tickets;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEventPublisher events;

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
        ProfileSeeder.of(List.of(alice, bob, carol, dave));
    }

    @Test
    void waitsForTheInvitedPartner() {
        assertThat(status(players.join(alice, MatchMode.TWO_VS_TWO, bob))).isEqualTo("INVITING");
        assertThat(invitations(bob)).isEqualTo("[{\"from\":{\"id\":\"%s\"},\"mode\":\"TWO_VS_TWO\"}]".formatted(alice));
        assertThat(invitations(carol)).isEqualTo("[]");
        players.join(carol, MatchMode.TWO_VS_TWO, null);
        players.join(dave, MatchMode.TWO_VS_TWO, null);
        assertThat(matchmaking.of(MatchMode.TWO_VS_TWO)).isZero();

        assertThat(status(players.join(bob, MatchMode.TWO_VS_TWO, alice))).isEqualTo("WAITING");

        assertThat(invitations(bob)).isEqualTo("[]");
        assertThat(matchmaking.of(MatchMode.TWO_VS_TWO)).isEqualTo(1);
        JsonNode found = players.mine(alice).at("/match/players");
        assertThat(Set.of(Set.of(player(found, 0), player(found, 1)), Set.of(player(found, 2), player(found, 3))))
                .isEqualTo(Set.of(Set.of(alice, bob), Set.of(carol, dave)));
    }

    @Test
    void leavesTheQueueTogether() {
        players.join(alice, MatchMode.TWO_VS_TWO, bob);
        players.join(bob, MatchMode.TWO_VS_TWO, alice);

        players.leave(bob);

        assertThat(players.mine(alice).get("status").asString()).isEqualTo("LEFT");
    }

    @Test
    void refusesImpossiblePartners() {
        UUID unknown = UUID.randomUUID();

        assertThat(rejection(players.join(alice, MatchMode.ONE_VS_ONE, bob))).isEqualTo("INVALID_PARTNER");
        assertThat(rejection(players.join(alice, MatchMode.TWO_VS_TWO, alice))).isEqualTo("INVALID_PARTNER");
        assertThat(rejection(players.join(alice, MatchMode.TWO_VS_TWO, unknown)))
                .isEqualTo("PLAYER_UNAVAILABLE");
        assertThat(jdbc.sql("SELECT count(*) FROM player WHERE user_id = :id")
                        .param("id", unknown)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void separatesPartnersOfWhomOneBlocksTheOther() {
        players.join(alice, MatchMode.TWO_VS_TWO, bob);

        queue.separate(bob, alice);

        assertThat(players.mine(alice).get("status").asString()).isEqualTo("LEFT");
    }

    @Test
    void deletesTheTicketsOfAnErasedPlayer() {
        players.join(alice, MatchMode.TWO_VS_TWO, bob);

        events.publishEvent(new PlayerErased(bob));

        assertThat(tickets.newestOf(alice)).isEmpty();
    }

    @Test
    void doesNotJoinATicketThatIsClosed() {
        players.join(alice, MatchMode.TWO_VS_TWO, bob);
        QueueTicket invitation = tickets.newestOf(alice).orElseThrow();
        tickets.close(List.of(invitation.id()), QueueStatus.EXPIRED, null, clock.instant());

        assertThat(tickets.join(invitation.id(), new QueuePlayer(bob, true, Set.of()), 1500, 60, clock.instant()))
                .isFalse();
        assertThat(players.mine(alice).get("status").asString()).isEqualTo("EXPIRED");
    }

    private String invitations(UUID player) {
        return fixture.player(player)
                .data("{ myQueueInvitations { from { id } mode } }")
                .get("myQueueInvitations")
                .toString();
    }

    private static UUID player(JsonNode players, int index) {
        return UUID.fromString(players.at("/%d/user/id".formatted(index)).asString());
    }
}
