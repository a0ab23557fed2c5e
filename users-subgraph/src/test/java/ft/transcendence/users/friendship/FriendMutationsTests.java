package ft.transcendence.users.friendship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ft.transcendence.users.Players;
import ft.transcendence.users.Players.Player;
import ft.transcendence.users.UsersTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@UsersTest
class FriendMutationsTests {

    @Autowired
    Players players;

    @Autowired
    JdbcClient jdbc;

    Player ada;
    Player bob;

    @BeforeEach
    void join() {
        ada = players.join("ada");
        bob = players.join("bob");
    }

    @Test
    void requestsAndAccepts() {
        assertThat(change(ada, "requestFriend", bob)).isEqualTo("REQUESTED");
        assertThat(relationship(bob, ada)).isEqualTo("RECEIVED");
        assertThat(list(ada, "friendRequestsSent")).containsExactly(bob.username());
        assertThat(list(bob, "friendRequestsReceived")).containsExactly(ada.username());
        assertThat(change(bob, "acceptFriend", ada)).isEqualTo("FRIENDS");
        assertThat(relationship(ada, bob)).isEqualTo("FRIENDS");
        assertThat(list(ada, "friends")).containsExactly(bob.username());
        assertThat(list(bob, "friends")).containsExactly(ada.username());
        assertThat(list(ada, "friendRequestsSent")).isEmpty();
    }

    @Test
    void declinesCancelsAndRemoves() {
        change(ada, "requestFriend", bob);
        assertThat(change(bob, "declineFriend", ada)).isEqualTo("NONE");
        change(ada, "requestFriend", bob);
        assertThat(change(ada, "cancelFriendRequest", bob)).isEqualTo("NONE");
        befriend();
        assertThat(change(bob, "removeFriend", ada)).isEqualTo("NONE");
        assertThat(relationship(ada, bob)).isEqualTo("NONE");
    }

    @Test
    void returnsTheSameResultForRetries() {
        assertThat(change(ada, "requestFriend", bob)).isEqualTo("REQUESTED");
        assertThat(change(ada, "requestFriend", bob)).isEqualTo("REQUESTED");
        assertThat(change(bob, "acceptFriend", ada)).isEqualTo("FRIENDS");
        assertThat(change(bob, "acceptFriend", ada)).isEqualTo("FRIENDS");
        assertThat(change(ada, "blockUser", bob)).isEqualTo("BLOCKED");
        assertThat(change(ada, "blockUser", bob)).isEqualTo("BLOCKED");
    }

    @Test
    void makesFriendsOfTwoUsersWithConcurrentRequests() throws Exception {
        for (int round = 0; round < 10; round++) {
            join();
            List<Callable<String>> requests =
                    List.of(() -> change(ada, "requestFriend", bob), () -> change(bob, "requestFriend", ada));
            try (ExecutorService both = Executors.newFixedThreadPool(2)) {
                for (Future<String> response : both.invokeAll(requests)) {
                    assertThat(response.get()).isIn("REQUESTED", "FRIENDS");
                }
            }
            assertThat(relationship(ada, bob)).isEqualTo("FRIENDS");
            assertThat(relationship(bob, ada)).isEqualTo("FRIENDS");
        }
    }

    @Test
    void rejectsInvalidChanges() {
        assertThat(change(ada, "requestFriend", ada)).isEqualTo("SELF");
        assertThat(change(ada, "blockUser", ada)).isEqualTo("SELF");
        assertThat(change(ada, "requestFriend", players.stranger("nobody"))).isEqualTo("USER_NOT_FOUND");
        assertThat(change(ada, "acceptFriend", bob)).isEqualTo("NO_REQUEST");
        assertThat(change(ada, "declineFriend", bob)).isEqualTo("NO_REQUEST");
        assertThat(change(ada, "cancelFriendRequest", bob)).isEqualTo("NO_REQUEST");
        assertThat(change(ada, "removeFriend", bob)).isEqualTo("NOT_FRIENDS");
        assertThat(change(ada, "unblockUser", bob)).isEqualTo("NOT_BLOCKED");
        change(ada, "requestFriend", bob);
        assertThat(change(ada, "acceptFriend", bob)).isEqualTo("NO_REQUEST");
        change(bob, "acceptFriend", ada);
        assertThat(change(ada, "requestFriend", bob)).isEqualTo("ALREADY_FRIENDS");
    }

    /** Otherwise the response would reveal the block. */
    @ParameterizedTest
    @EnumSource(FriendAction.class)
    void returnsTheSameErrorForABlockedUserAsForAnUnknownId(FriendAction action) {
        change(bob, "blockUser", ada);
        String batch = "mutation($changes: [FriendChange!]!) { updateFriends(changes: $changes)"
                + " { results { user { username displayName } errors { code message field } } } }";
        JsonNode blocked = ada.graphql().data(batch, Map.of("changes", List.of(entry(bob.id(), action.name()))));
        JsonNode unknown =
                ada.graphql().data(batch, Map.of("changes", List.of(entry(UUID.randomUUID(), action.name()))));
        assertThat(blocked).isEqualTo(unknown);
        assertThat(relationship(bob, ada)).isEqualTo("BLOCKED");
    }

    @Test
    void makesTheChangesOfABatchIndependently() {
        Player cleo = players.join("cleo");
        JsonNode results = ada.graphql()
                .data(
                        "mutation($changes: [FriendChange!]!) { updateFriends(changes: $changes)"
                                + " { results { user { relationship } errors { code field } } } }",
                        Map.of(
                                "changes",
                                List.of(
                                        entry(bob.id(), "REQUEST"),
                                        entry(ada.id(), "REQUEST"),
                                        entry(cleo.id(), "BLOCK"),
                                        entry(UUID.randomUUID(), "BLOCK"),
                                        entry(bob.id(), "CANCEL"))))
                .at("/updateFriends/results");
        assertThat(results.at("/0/user/relationship").asString()).isEqualTo("NONE");
        assertThat(results.at("/1/errors/0/code").asString()).isEqualTo("SELF");
        assertThat(results.at("/2/user/relationship").asString()).isEqualTo("BLOCKED");
        assertThat(results.at("/3/errors/0/code").asString()).isEqualTo("USER_NOT_FOUND");
        assertThat(results.at("/4/errors")).isEmpty();
        assertThat(relationship(ada, bob)).isEqualTo("NONE");
    }

    @Test
    void neverStoresASingleEdgeOfAFriendship() {
        assertThatThrownBy(() -> jdbc.sql(
                                "INSERT INTO friend_edge (owner, other, state, since) VALUES (?, ?, 'FRIENDS', now())")
                        .params(ada.id(), bob.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        befriend();
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM friend_edge WHERE owner = ?")
                        .param(ada.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.sql(
                                "INSERT INTO friend_edge (owner, other, state, since) VALUES (?, ?, 'BLOCKED', now())")
                        .params(ada.id(), ada.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private void befriend() {
        change(ada, "requestFriend", bob);
        assertThat(change(bob, "acceptFriend", ada)).isEqualTo("FRIENDS");
    }

    private static String change(Player player, String mutation, Player other) {
        return Friends.change(player, mutation, other);
    }

    private static String relationship(Player player, Player other) {
        return Friends.relationship(player, other);
    }

    private static List<String> list(Player player, String field) {
        return player.graphql()
                .data("{ viewer { " + field + " { nodes { username } } } }")
                .at("/viewer/" + field + "/nodes")
                .valueStream()
                .map(user -> user.get("username").asString())
                .toList();
    }

    private static Map<String, String> entry(UUID id, String action) {
        return Map.of("userId", id.toString(), "action", action);
    }
}
