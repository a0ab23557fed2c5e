package ft.transcendence.users.notification;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.subgraph.testing.LiveListeners;
import ft.transcendence.subgraph.testing.TestEventStream;
import ft.transcendence.subgraph.testing.TestIdentity;
import ft.transcendence.users.Players;
import ft.transcendence.users.Players.Player;
import ft.transcendence.users.UsersTest;
import ft.transcendence.users.friendship.Friends;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The subscription to a player's notifications. */
@UsersTest
class NotificationSubscriptionTests {

    private static final String SUBSCRIPTION = "subscription { myNotifications"
            + " { unreadCount notification { id kind user { username relationship } } } }";

    @Autowired
    Players players;

    @Autowired
    LiveListeners live;

    Player ada;
    Player bob;

    @BeforeEach
    void join() {
        live.awaitReady();
        ada = players.join("ada");
        bob = players.join("bob");
    }

    @Test
    void startsWithTheNumberOfUnreadOnesAndContinuesWithNewOnes() {
        Friends.change(players.join("early"), "requestFriend", ada);
        try (TestEventStream stream = ada.graphql().subscribe(SUBSCRIPTION)) {
            assertThat(next(stream).toString()).isEqualTo("{\"unreadCount\":1,\"notification\":null}");

            Friends.change(bob, "requestFriend", ada);
            JsonNode update = next(stream);
            assertThat(update.get("unreadCount").asInt()).isEqualTo(2);
            assertThat(update.at("/notification/kind").asString()).isEqualTo("FRIEND_REQUEST");
            assertThat(update.at("/notification/user/username").asString()).isEqualTo(bob.username());
            assertThat(update.at("/notification/user/relationship").asString()).isEqualTo("RECEIVED");
        }
    }

    @Test
    void reportsWhatAnotherDeviceReads() {
        try (TestEventStream desktop = ada.graphql().subscribe(SUBSCRIPTION);
                TestEventStream phone = ada.graphql().subscribe(SUBSCRIPTION)) {
            next(desktop);
            next(phone);
            Friends.change(bob, "requestFriend", ada);
            String id = next(desktop).at("/notification/id").asString();
            assertThat(next(phone).at("/notification/id").asString()).isEqualTo(id);

            ada.graphql()
                    .data(
                            "mutation($upTo: ID!) { markAllNotificationsRead(upTo: $upTo) { unreadCount } }",
                            Map.of("upTo", id));

            assertThat(next(desktop).toString()).isEqualTo("{\"unreadCount\":0,\"notification\":null}");
            assertThat(next(phone).toString()).isEqualTo("{\"unreadCount\":0,\"notification\":null}");
        }
    }

    @Test
    void reportsOnlyThePlayersOwn() {
        Player other = players.join("other");
        try (TestEventStream stream = ada.graphql().subscribe(SUBSCRIPTION)) {
            next(stream);
            Friends.change(other, "requestFriend", bob);
            Friends.change(other, "requestFriend", ada);
            JsonNode update = next(stream);
            assertThat(update.get("unreadCount").asInt()).isEqualTo(1);
            assertThat(update.at("/notification/user/username").asString()).isEqualTo(other.username());
        }
    }

    @Test
    void endsWithTheAccessToken() {
        Date soon = Date.from(Instant.now().plusSeconds(2));
        String token = TestIdentity.instance().token(ada.id(), ada.username(), claims -> claims.expirationTime(soon));
        try (TestEventStream stream = players.anonymous().as(token).subscribe(SUBSCRIPTION)) {
            next(stream);
            stream.awaitEnd();
        }
    }

    private static JsonNode next(TestEventStream stream) {
        return stream.next().at("/data/myNotifications");
    }
}
