package ft.transcendence.users.presence;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.subgraph.testing.LiveListeners;
import ft.transcendence.subgraph.testing.TestEventStream;
import ft.transcendence.users.Players;
import ft.transcendence.users.Players.Player;
import ft.transcendence.users.UsersTest;
import ft.transcendence.users.friendship.Friends;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The subscription to the presence of friends. */
@UsersTest
class PresenceSubscriptionTests {

    private static final String SUBSCRIPTION =
            "subscription { friendsPresence { presence user { username relationship } } }";

    @Autowired
    Players players;

    @Autowired
    LiveListeners live;

    Player ada;
    Player bob;

    @BeforeEach
    void befriend() {
        live.awaitReady();
        ada = players.join("ada");
        bob = players.join("bob");
        Friends.change(ada, "requestFriend", bob);
        Friends.change(bob, "acceptFriend", ada);
    }

    @Test
    void startsWithWhoIsThereAndContinuesWithChanges() {
        report(bob, false);
        try (TestEventStream stream = ada.graphql().subscribe(SUBSCRIPTION)) {
            assertThat(next(stream)).isEqualTo(entry("ONLINE", "FRIENDS"));
            report(bob, true);
            assertThat(next(stream)).isEqualTo(entry("AWAY", "FRIENDS"));
        }
    }

    @Test
    void reportsThatAFriendshipEndedOrBegan() {
        report(bob, false);
        try (TestEventStream stream = ada.graphql().subscribe(SUBSCRIPTION)) {
            next(stream);
            Friends.change(bob, "blockUser", ada);
            assertThat(next(stream)).isEqualTo(entry(null, "NONE"));

            Friends.change(bob, "unblockUser", ada);
            Friends.change(bob, "requestFriend", ada);
            report(bob, false);
            Friends.change(ada, "acceptFriend", bob);
            assertThat(next(stream)).isEqualTo(entry("ONLINE", "FRIENDS"));
        }
    }

    @Test
    void reportsNothingOfOthers() {
        Player other = players.join("other");
        report(other, false);
        try (TestEventStream stream = ada.graphql().subscribe(SUBSCRIPTION)) {
            assertThat(next(stream)).isEqualTo("[]");
            report(other, true);
            report(bob, false);
            assertThat(next(stream)).isEqualTo(entry("ONLINE", "FRIENDS"));
        }
    }

    private String entry(@Nullable String presence, String relationship) {
        return "[{\"presence\":%s,\"user\":{\"username\":\"%s\",\"relationship\":\"%s\"}}]"
                .formatted(presence == null ? "null" : "\"" + presence + "\"", bob.username(), relationship);
    }

    private static void report(Player player, boolean away) {
        player.graphql().data("mutation { reportPresence(away: " + away + ") { presence } }");
    }

    private static String next(TestEventStream stream) {
        return stream.next().at("/data/friendsPresence").toString();
    }
}
