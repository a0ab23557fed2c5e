package ft.transcendence.users.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ft.transcendence.subgraph.testing.TestTopic;
import ft.transcendence.users.Players;
import ft.transcendence.users.Players.Player;
import ft.transcendence.users.UsersTest;
import ft.transcendence.users.friendship.Friends;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Notifications of challenges, from events of the matches subgraph. */
@UsersTest
class ChallengeNotificationTests {

    private static final TestTopic topic = TestTopic.named("challenge-updates");

    @Autowired
    Players players;

    Player ada;
    Player bob;

    @BeforeEach
    void join() {
        ada = players.join("ada");
        bob = players.join("bob");
    }

    @Test
    void tellsOfAChallengeUntilItEnds() {
        String event = UUID.randomUUID().toString();
        UUID challenge = UUID.randomUUID();
        send(event, challenge, "PENDING");
        send(event, challenge, "PENDING");
        awaitTold("CHALLENGE " + ada.id());

        send(UUID.randomUUID().toString(), challenge, "EXPIRED");
        awaitTold();

        send(UUID.randomUUID().toString(), UUID.randomUUID(), "PENDING");
        awaitTold("CHALLENGE " + ada.id());
    }

    @Test
    void aBlockRemovesIt() {
        send(UUID.randomUUID().toString(), UUID.randomUUID(), "PENDING");
        awaitTold("CHALLENGE " + ada.id());

        Friends.change(bob, "blockUser", ada);
        assertThat(told()).isEmpty();
    }

    @Test
    void anUnreadableEventBecomesADeadLetter() {
        topic.send(bob.id().toString(), UUID.randomUUID().toString(), "ft.transcendence.challenge.updated.v1", "{}");
        assertThat(TestTopic.named("challenge-updates.dlt").ofKey(bob.id().toString(), 1))
                .hasSize(1);
    }

    private void send(String event, UUID challenge, String status) {
        topic.send(
                ada.id() + "/" + bob.id(),
                event,
                "ft.transcendence.challenge.updated.v1",
                "{\"challengeId\":\"%s\",\"challenger\":\"%s\",\"challenged\":\"%s\",\"mode\":\"ONE_VS_ONE\",\"status\":\"%s\"}"
                        .formatted(challenge, ada.id(), bob.id(), status));
    }

    private void awaitTold(String... expected) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(told()).containsExactly(expected));
    }

    private List<String> told() {
        return bob.graphql()
                .data("{ myNotifications { nodes { kind user { id } } } }")
                .at("/myNotifications/nodes")
                .valueStream()
                .map(node ->
                        node.get("kind").asString() + " " + node.at("/user/id").asString())
                .toList();
    }
}
