package ft.transcendence.users.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ft.transcendence.subgraph.testing.TestTopic;
import ft.transcendence.users.Players;
import ft.transcendence.users.Players.Player;
import ft.transcendence.users.UsersTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Notifications of tournaments, from events of the matches subgraph. */
@UsersTest
class TournamentNotificationTests {

    private static final TestTopic topic = TestTopic.named("tournament-updates");
    private static final String TYPE = "ft.transcendence.tournament.updated.v1";

    @Autowired
    Players players;

    private final UUID tournament = UUID.randomUUID();

    Player ada;
    Player bob;

    @BeforeEach
    void join() {
        ada = players.join("ada");
        bob = players.join("bob");
    }

    @Test
    void tellsTheInvitedAndThenThosePlaying() {
        send("OPEN", List.of(ada, bob), List.of());
        awaitTold(bob, "TOURNAMENT_INVITATION");
        awaitTold(ada, "TOURNAMENT_INVITATION");

        send("OPEN", List.of(bob), List.of(ada));
        awaitTold(ada);
        awaitTold(bob, "TOURNAMENT_INVITATION");

        send("RUNNING", List.of(), List.of(ada));
        send("RUNNING", List.of(), List.of(ada));
        awaitTold(bob);
        awaitTold(ada, "TOURNAMENT_STARTED");

        send("FINISHED", List.of(), List.of(ada));
        awaitTold(ada, "TOURNAMENT_FINISHED");
        assertThat(told(bob)).isEmpty();
    }

    @Test
    void tellsOfEachMatchWhileItIsOpen() {
        send("RUNNING", List.of(), List.of(ada, bob));
        awaitTold(ada, "TOURNAMENT_STARTED");
        for (int round = 0; round < 2; round++) {
            send("RUNNING", List.of(), List.of(ada, bob), List.of(ada));
            awaitTold(ada, "TOURNAMENT_MATCH", "TOURNAMENT_STARTED");
            send("RUNNING", List.of(), List.of(ada, bob));
            awaitTold(ada, "TOURNAMENT_STARTED");
        }
        send("RUNNING", List.of(), List.of(ada, bob), List.of(ada));
        send("CANCELLED", List.of(), List.of(ada, bob));
        awaitTold(ada, "TOURNAMENT_CANCELLED");
        awaitTold(bob, "TOURNAMENT_CANCELLED");
    }

    @Test
    void tellsThatItIsCancelledOrExpired() {
        String event = UUID.randomUUID().toString();
        send(event, "OPEN", List.of(bob), List.of(ada), List.of());
        awaitTold(bob, "TOURNAMENT_INVITATION");
        send("EXPIRED", List.of(), List.of(ada));
        awaitTold(ada, "TOURNAMENT_CANCELLED");
        awaitTold(bob);

        send(event, "OPEN", List.of(bob), List.of(ada), List.of());
        send("CANCELLED", List.of(), List.of(ada, bob));
        awaitTold(bob, "TOURNAMENT_CANCELLED");
    }

    @Test
    void anUnreadableEventBecomesADeadLetter() {
        String key = tournament.toString();
        topic.send(key, UUID.randomUUID().toString(), TYPE, "{}");
        assertThat(TestTopic.named("tournament-updates.dlt").ofKey(key, 1)).hasSize(1);
    }

    private void send(String status, List<Player> invited, List<Player> joined) {
        send(status, invited, joined, List.of());
    }

    private void send(String status, List<Player> invited, List<Player> joined, List<Player> playing) {
        send(UUID.randomUUID().toString(), status, invited, joined, playing);
    }

    private void send(String event, String status, List<Player> invited, List<Player> joined, List<Player> playing) {
        topic.send(
                tournament.toString(),
                event,
                TYPE,
                "{\"tournamentId\":\"%s\",\"status\":\"%s\",\"version\":1,\"invited\":%s,\"players\":%s,\"playing\":%s}"
                        .formatted(tournament, status, ids(invited), ids(joined), ids(playing)));
    }

    private static String ids(List<Player> all) {
        return all.stream().map(player -> "\"" + player.id() + "\"").collect(Collectors.joining(",", "[", "]"));
    }

    private void awaitTold(Player player, String... kinds) {
        String[] expected =
                Stream.of(kinds).map(kind -> kind + " " + tournament).toArray(String[]::new);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(told(player)).containsExactly(expected));
    }

    private static List<String> told(Player player) {
        return player.graphql()
                .data("{ myNotifications { nodes { kind tournament { id } } } }")
                .at("/myNotifications/nodes")
                .valueStream()
                .map(node -> node.get("kind").asString() + " "
                        + node.at("/tournament/id").asString())
                .toList();
    }
}
