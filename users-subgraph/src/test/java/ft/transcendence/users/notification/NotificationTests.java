package ft.transcendence.users.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ft.transcendence.subgraph.testing.StatementCounter;
import ft.transcendence.subgraph.testing.TestTopic;
import ft.transcendence.users.Players;
import ft.transcendence.users.Players.Player;
import ft.transcendence.users.UsersTest;
import ft.transcendence.users.friendship.Friends;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What players are told, and how they read it. */
@UsersTest
class NotificationTests {

    private static final TestTopic results = TestTopic.named("match-completions");
    private static final String COMPLETED = "ft.transcendence.match.completed.v1";
    private static final String VOIDED = "ft.transcendence.match.voided.v1";

    @Autowired
    Players players;

    @Autowired
    StatementCounter statements;

    Player ada;
    Player bob;

    @BeforeEach
    void join() {
        ada = players.join("ada");
        bob = players.join("bob");
    }

    @Test
    void tellsOfAFriendRequestUntilItIsAnswered() {
        Friends.change(ada, "requestFriend", bob);
        assertThat(told(bob)).containsExactly("FRIEND_REQUEST " + ada.id());
        assertThat(told(ada)).isEmpty();

        Friends.change(bob, "acceptFriend", ada);
        assertThat(told(bob)).isEmpty();
        assertThat(told(ada)).containsExactly("FRIEND_ACCEPTED " + bob.id());

        Friends.change(bob, "removeFriend", ada);
        assertThat(told(ada)).isEmpty();
    }

    @Test
    void tellsOfRequestsThatCross() {
        Friends.change(ada, "requestFriend", bob);
        Friends.change(bob, "requestFriend", ada);

        assertThat(told(bob)).isEmpty();
        assertThat(told(ada)).containsExactly("FRIEND_ACCEPTED " + bob.id());
    }

    @Test
    void tellsNothingOfRequestsThatAreWithdrawnDeclinedOrBlocked() {
        Friends.change(ada, "requestFriend", bob);
        Friends.change(ada, "requestFriend", bob);
        assertThat(told(bob)).hasSize(1);
        Friends.change(ada, "cancelFriendRequest", bob);
        assertThat(told(bob)).isEmpty();

        Friends.change(ada, "requestFriend", bob);
        Friends.change(bob, "declineFriend", ada);
        assertThat(told(bob)).isEmpty();

        Friends.change(ada, "requestFriend", bob);
        Friends.change(bob, "blockUser", ada);
        Friends.change(ada, "requestFriend", bob);
        assertThat(told(bob)).isEmpty();
        assertThat(told(ada)).isEmpty();
    }

    @Test
    void tellsThePlayersOfAResultOnce() {
        UUID match = UUID.randomUUID();
        String event = UUID.randomUUID().toString();
        report(match, event, COMPLETED);
        report(match, event, COMPLETED);
        report(match, UUID.randomUUID().toString(), COMPLETED);
        UUID next = reportAnother(match, COMPLETED);

        awaitTold(bob, "MATCH_RESULT " + next, "MATCH_RESULT " + match);
        awaitTold(ada, "MATCH_RESULT " + next, "MATCH_RESULT " + match);
    }

    @Test
    void tellsThatAResultWasVoidedInsteadOfTheResult() {
        UUID match = UUID.randomUUID();
        report(match, UUID.randomUUID().toString(), COMPLETED);
        awaitTold(ada, "MATCH_RESULT " + match);
        report(match, UUID.randomUUID().toString(), VOIDED);
        report(match, UUID.randomUUID().toString(), VOIDED);
        report(match, UUID.randomUUID().toString(), COMPLETED);
        UUID next = reportAnother(match, COMPLETED);

        awaitTold(ada, "MATCH_RESULT " + next, "MATCH_VOIDED " + match);
    }

    @Test
    void tellsNobodyWithoutAnAccount() {
        Player early = players.stranger("early");
        UUID match = UUID.randomUUID();
        results.send(match.toString(), UUID.randomUUID().toString(), COMPLETED, result(match, ada.id(), early.id()));

        awaitTold(ada, "MATCH_RESULT " + match);
        early.graphql().data("{ viewer { id } }");
        assertThat(told(early)).isEmpty();
    }

    @Test
    void pagesNewestFirstWhileOthersArrive() {
        List<Player> senders = players.join("sender", 4);
        senders.subList(0, 3).forEach(sender -> Friends.change(sender, "requestFriend", ada));
        JsonNode first = page(2, null);
        Friends.change(senders.get(3), "requestFriend", ada);
        JsonNode second = page(2, first.at("/pageInfo/endCursor").asString());

        assertThat(users(first))
                .containsExactly(
                        senders.get(2).id().toString(), senders.get(1).id().toString());
        assertThat(first.at("/pageInfo/hasNextPage").asBoolean()).isTrue();
        assertThat(first.get("unreadCount").asInt()).isEqualTo(3);
        assertThat(users(second)).containsExactly(senders.get(0).id().toString());
        assertThat(second.at("/pageInfo/hasNextPage").asBoolean()).isFalse();
        assertThat(second.get("unreadCount").asInt()).isEqualTo(4);
    }

    @Test
    void needsTheSameStatementsForOneAndForMany() {
        players.join("sender", 5).forEach(sender -> Friends.change(sender, "requestFriend", ada));
        int few = statements.during(() -> page(1, null)).size();

        assertThat(statements.during(() -> page(100, null))).hasSize(few);
        assertThat(few).isEqualTo(3);
    }

    @Test
    void marksChosenNotificationsAsRead() {
        List<String> ids = receive(3);

        assertThat(markRead(ids.get(1))).isEqualTo("{\"unreadCount\":2,\"errors\":[]}");
        assertThat(markRead(ids.get(1), UUID.randomUUID().toString())).isEqualTo("{\"unreadCount\":2,\"errors\":[]}");
        assertThat(unread(ada)).containsExactly(ids.get(0), ids.get(2));
    }

    @Test
    void marksAllUpToOneAsRead() {
        List<String> ids = receive(3);

        assertThat(markAllRead(ada, ids.get(1))).isEqualTo("{\"unreadCount\":1,\"errors\":[]}");
        assertThat(markAllRead(ada, ids.get(1))).isEqualTo("{\"unreadCount\":1,\"errors\":[]}");
        assertThat(unread(ada)).containsExactly(ids.get(0));
    }

    @Test
    void doesNotMarkThoseOfOthers() {
        List<String> ids = receive(1);

        assertThat(bob.graphql()
                        .data(
                                "mutation($ids: [ID!]!) { markNotificationsRead(ids: $ids) { errors { code } } }",
                                Map.of("ids", ids))
                        .at("/markNotificationsRead/errors"))
                .isEmpty();
        assertThat(markAllRead(bob, ids.getFirst()))
                .isEqualTo("{\"unreadCount\":null,\"errors\":[{\"code\":\"NOTIFICATION_NOT_FOUND\"}]}");
        assertThat(unread(ada)).isEqualTo(ids);
    }

    @Test
    void rejectsTooManyIds() {
        List<UUID> many = Stream.generate(UUID::randomUUID).limit(101).toList();
        assertThat(ada.graphql()
                        .errorCode(
                                "mutation($ids: [ID!]!) { markNotificationsRead(ids: $ids) { unreadCount } }",
                                Map.of("ids", many)))
                .isEqualTo("BAD_USER_INPUT");
    }

    /** The ids of as many new notifications of ada, newest first. */
    private List<String> receive(int number) {
        players.join("sender", number).forEach(sender -> Friends.change(sender, "requestFriend", ada));
        return unread(ada);
    }

    private String markRead(String... ids) {
        return ada.graphql()
                .data(
                        "mutation($ids: [ID!]!) { markNotificationsRead(ids: $ids) { unreadCount errors { code } } }",
                        Map.of("ids", List.of(ids)))
                .get("markNotificationsRead")
                .toString();
    }

    private static String markAllRead(Player player, String upTo) {
        return player.graphql()
                .data(
                        "mutation($upTo: ID!) { markAllNotificationsRead(upTo: $upTo) { unreadCount errors { code } } }",
                        Map.of("upTo", upTo))
                .get("markAllNotificationsRead")
                .toString();
    }

    private static List<String> unread(Player player) {
        return nodes(player)
                .filter(node -> node.get("readAt").isNull())
                .map(node -> node.get("id").asString())
                .toList();
    }

    /** What the player was told, newest first, and of whom or of which match; without achievements. */
    private static List<String> told(Player player) {
        return nodes(player)
                .filter(node -> !node.get("kind").asString().equals("ACHIEVEMENT_EARNED"))
                .map(node -> node.get("kind").asString() + " "
                        + node.at("/user/id").asString(node.at("/match/id").asString("")))
                .toList();
    }

    private static Stream<JsonNode> nodes(Player player) {
        return player.graphql()
                .data("{ myNotifications(first: 100) { nodes { id kind readAt user { id } match { id } } } }")
                .at("/myNotifications/nodes")
                .valueStream();
    }

    private JsonNode page(int size, @Nullable String after) {
        Map<String, Object> arguments = after == null ? Map.of("first", size) : Map.of("first", size, "after", after);
        return ada.graphql()
                .data(
                        "query($first: Int, $after: String) { myNotifications(first: $first, after: $after)"
                                + " { nodes { user { id username } } unreadCount pageInfo { hasNextPage endCursor } } }",
                        arguments)
                .get("myNotifications");
    }

    private static List<String> users(JsonNode page) {
        return page.get("nodes")
                .valueStream()
                .map(node -> node.at("/user/id").asString())
                .toList();
    }

    private void report(UUID match, String event, String type) {
        results.send(match.toString(), event, type, result(match, ada.id(), bob.id()));
    }

    /** Reports another match with the same key: once it was received, so were earlier ones. */
    private UUID reportAnother(UUID match, String type) {
        UUID another = UUID.randomUUID();
        results.send(match.toString(), UUID.randomUUID().toString(), type, result(another, ada.id(), bob.id()));
        return another;
    }

    private static void awaitTold(Player player, String... expected) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(told(player)).containsExactly(expected));
    }

    private static String result(UUID match, UUID winner, UUID loser) {
        return """
                {"matchId": "%s", "mode": "ONE_VS_ONE", "finishReason": "SCORE", "completedAt": "2026-03-01T12:05:00Z",
                 "players": [{"userId": "%s", "score": 11, "outcome": "WIN"},
                             {"userId": "%s", "score": 5, "outcome": "LOSS"}]}
                """.formatted(match, winner, loser);
    }
}
