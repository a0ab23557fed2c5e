package ft.transcendence.users.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ft.transcendence.subgraph.testing.StatementCounter;
import ft.transcendence.subgraph.testing.TestEventStream;
import ft.transcendence.subgraph.testing.TestGraphQL;
import ft.transcendence.subgraph.testing.TestIdentity;
import ft.transcendence.subgraph.testing.TestTopic;
import ft.transcendence.users.Players;
import ft.transcendence.users.Players.Player;
import ft.transcendence.users.UsersTest;
import ft.transcendence.users.friendship.Friends;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What friends see of a player's presence, and which signs of life it follows from. */
@UsersTest
class PresenceTests {

    private static final TestTopic matchUpdates = TestTopic.named("match-updates");

    @Autowired
    Players players;

    @Autowired
    StatementCounter statements;

    @Autowired
    PresenceSchedule schedule;

    @Autowired
    JdbcClient jdbc;

    Player ada;
    Player friend;

    @BeforeEach
    void befriend() {
        ada = players.join("ada");
        friend = players.join("friend");
        befriend(ada, friend);
    }

    @Test
    void isOnlineForAWhileAfterAReport() {
        assertThat(seenBy(friend)).isEqualTo("OFFLINE");
        assertThat(report(ada.graphql(), false)).isEqualTo("ONLINE");
        assertThat(seenBy(friend)).isEqualTo("ONLINE");
        assertThat(seenBy(ada)).isEqualTo("ONLINE");

        letPass(30);
        assertThat(seenBy(friend)).isEqualTo("ONLINE");
        letPass(16);
        assertThat(seenBy(friend)).isEqualTo("OFFLINE");
    }

    @Test
    void isVisibleToFriendsOnly() {
        Player other = players.join("other");
        report(ada.graphql(), false);

        assertThat(seenBy(other)).isEmpty();
        Friends.change(ada, "blockUser", friend);
        assertThat(seenBy(friend)).isEmpty();
        assertThat(listOf(friend)).isEmpty();
    }

    @Test
    void isAwayIfAllDevicesAre() {
        TestGraphQL phone = session("phone");
        TestGraphQL desktop = session("desktop");
        report(phone, true);
        assertThat(seenBy(friend)).isEqualTo("AWAY");
        assertThat(report(desktop, false)).isEqualTo("ONLINE");
        assertThat(report(phone, true)).isEqualTo("ONLINE");
        assertThat(report(desktop, true)).isEqualTo("AWAY");
        assertThat(report(phone, false)).isEqualTo("ONLINE");
    }

    @Test
    void isOnlineWhileAStreamIsOpenAndKeepsWhatTheDeviceSaid() {
        try (TestEventStream stream = ada.graphql().subscribe("subscription { myNotifications { unreadCount } }")) {
            stream.next();
            schedule.seeOpenStreams();
            assertThat(seenBy(friend)).isEqualTo("ONLINE");

            report(ada.graphql(), true);
            letPass(20);
            schedule.seeOpenStreams();
            letPass(30);
            assertThat(seenBy(friend)).isEqualTo("AWAY");

            // the device was gone for a while and has said nothing since
            letPass(60);
            schedule.seeOpenStreams();
            assertThat(seenBy(friend)).isEqualTo("ONLINE");
        }
    }

    @Test
    void writesASignOfLifeAtMostEvery15Seconds() {
        report(ada.graphql(), false);
        letPass(2);
        String before = seenAt();
        report(ada.graphql(), false);
        assertThat(seenAt()).isEqualTo(before);

        report(ada.graphql(), true);
        assertThat(seenAt()).isNotEqualTo(before);

        letPass(16);
        before = seenAt();
        report(ada.graphql(), true);
        assertThat(seenAt()).isNotEqualTo(before);
    }

    @Test
    void isInGameFromTheUpdatesOfAMatchUntilItsEnd() {
        report(ada.graphql(), false);
        UUID match = UUID.randomUUID();
        // the listener only receives what is sent after it has started
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            update(match, "LIVE");
            return seenBy(friend).equals("IN_GAME");
        });
        update(match, "COMPLETED");
        await().atMost(Duration.ofSeconds(20)).until(() -> !seenBy(friend).equals("IN_GAME"));

        UUID another = UUID.randomUUID();
        matchUpdates.send(match.toString(), UUID.randomUUID().toString(), "test", "not an update");
        jdbc.sql("DELETE FROM playing WHERE user_id = ?").param(ada.id()).update();
        update(another, "READY");
        await().atMost(Duration.ofSeconds(20)).until(() -> seenBy(friend).equals("IN_GAME"));
    }

    @Test
    void listsFriendsWhoAreNotOffline() {
        Player offline = players.join("offline");
        befriend(offline, friend);
        report(ada.graphql(), true);

        assertThat(listOf(friend)).containsExactly(ada.username() + " AWAY");
    }

    @Test
    void needsTheSameStatementsForOneFriendAndForMany() {
        report(ada.graphql(), false);
        int few = statements.during(() -> listOf(friend)).size();
        int one = statements.during(() -> presencesOfFriends(friend)).size();
        players.join("many", 5).forEach(player -> {
            befriend(player, friend);
            report(player.graphql(), false);
        });

        assertThat(statements.during(() -> listOf(friend))).hasSize(few);
        assertThat(statements.during(() -> presencesOfFriends(friend))).hasSize(one);
        assertThat(few).isEqualTo(2);
    }

    /** As if this many seconds had passed since the last sign of life. */
    private void letPass(int seconds) {
        jdbc.sql("UPDATE presence SET seen_at = seen_at - make_interval(secs => ?) WHERE user_id = ?")
                .params(seconds, ada.id())
                .update();
    }

    private String seenAt() {
        return jdbc.sql("SELECT seen_at::text FROM presence WHERE user_id = ?")
                .param(ada.id())
                .query(String.class)
                .single();
    }

    private void update(UUID match, String status) {
        matchUpdates.send(
                match.toString(),
                UUID.randomUUID().toString(),
                "ft.transcendence.match.updated.v1",
                "{\"matchId\":\"%s\",\"status\":\"%s\",\"players\":[\"%s\"]}".formatted(match, status, ada.id()));
    }

    private static void befriend(Player one, Player other) {
        Friends.change(one, "requestFriend", other);
        Friends.change(other, "acceptFriend", one);
    }

    private TestGraphQL session(String id) {
        return players.anonymous()
                .as(TestIdentity.instance().token(ada.id(), ada.username(), claims -> claims.claim("sid", id)));
    }

    private static String report(TestGraphQL device, boolean away) {
        return device.data(
                        "mutation($away: Boolean!) { reportPresence(away: $away) { presence errors { code } } }",
                        Map.of("away", away))
                .at("/reportPresence/presence")
                .asString();
    }

    /** The presence of ada; empty if the player may not see it. */
    private String seenBy(Player player) {
        return player.graphql()
                .data(
                        "query($ids: [_Any!]!) { _entities(representations: $ids) { ... on User { presence } } }",
                        Map.of("ids", List.of(Map.of("__typename", "User", "id", ada.id()))))
                .at("/_entities/0/presence")
                .asString("");
    }

    private static List<String> listOf(Player player) {
        return player.graphql()
                .data("{ friendsPresence { user { username } presence } }")
                .get("friendsPresence")
                .valueStream()
                .map(PresenceTests::line)
                .toList();
    }

    private static List<String> presencesOfFriends(Player player) {
        return player.graphql()
                .data("{ viewer { friends { nodes { username presence } } } }")
                .at("/viewer/friends/nodes")
                .valueStream()
                .map(node -> node.get("presence").asString())
                .toList();
    }

    private static String line(JsonNode entry) {
        return entry.at("/user/username").asString() + " "
                + entry.get("presence").asString();
    }
}
