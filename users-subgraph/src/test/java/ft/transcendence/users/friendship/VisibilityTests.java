package ft.transcendence.users.friendship;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.subgraph.testing.StatementCounter;
import ft.transcendence.subgraph.testing.TestGraphQL;
import ft.transcendence.users.Players;
import ft.transcendence.users.Players.Player;
import ft.transcendence.users.UsersTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Which fields of a user each caller sees, on every path to the user. */
@UsersTest
class VisibilityTests {

    private static final String ALL_FIELDS = "id username displayName avatarUrl firstName lastName bio joinedAt active"
            + " campus via42 username42 wins losses totalScore relationship presence friends { nodes { id } }"
            + " friendRequestsReceived { nodes { id } } friendRequestsSent { nodes { id } }"
            + " blockedUsers { nodes { id } } friendIds";

    private static final Set<String> PUBLIC = Set.of(
            "id",
            "username",
            "displayName",
            "avatarUrl",
            "joinedAt",
            "active",
            "via42",
            "wins",
            "losses",
            "totalScore");
    private static final Set<String> KNOWN = union(PUBLIC, Set.of("bio", "relationship"));
    private static final Set<String> FRIEND = union(KNOWN, Set.of("firstName", "lastName", "friends", "presence"));
    private static final Set<String> OWN =
            union(FRIEND, Set.of("friendRequestsReceived", "friendRequestsSent", "blockedUsers", "friendIds"));

    @Autowired
    Players players;

    @Autowired
    StatementCounter statements;

    Player ada;
    Player friend;
    Player blocked;
    Player other;

    @BeforeEach
    void join() {
        ada = players.join("ada");
        friend = players.join("friend");
        blocked = players.join("blocked");
        other = players.join("other");
        ada.graphql()
                .data(
                        "mutation { updateProfile(input: { firstName: \"Ada\", lastName: \"Lovelace\", bio: \"I count\" })"
                                + " { user { id } errors { code } } }");
        Friends.change(ada, "requestFriend", friend);
        Friends.change(friend, "acceptFriend", ada);
        Friends.change(ada, "blockUser", blocked);
    }

    @Test
    void listsTheIdsOfFriendsAndNobodyElse() {
        Friends.change(other, "requestFriend", ada);

        assertThat(friendIds(ada)).containsExactly(friend.id().toString());
        Friends.change(ada, "blockUser", friend);
        assertThat(friendIds(ada)).isEmpty();
    }

    private static List<String> friendIds(Player player) {
        return player.graphql()
                .data(
                        "query($ids: [_Any!]!) { _entities(representations: $ids) { ... on User { friendIds } } }",
                        Map.of("ids", List.of(Map.of("__typename", "User", "id", player.id()))))
                .at("/_entities/0/friendIds")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    @Test
    void showsEachFieldOnlyToThoseWhoMaySeeIt() {
        assertThat(seenThroughEntities(ada.graphql())).isEqualTo(OWN);
        assertThat(seenThroughEntities(friend.graphql())).isEqualTo(FRIEND);
        assertThat(seenThroughEntities(other.graphql())).isEqualTo(KNOWN);
        assertThat(seenThroughEntities(blocked.graphql())).isEqualTo(union(PUBLIC, Set.of("relationship")));
        assertThat(seenThroughEntities(players.gameServer())).isEqualTo(KNOWN);
        assertThat(seenThroughEntities(players.anonymous())).isEqualTo(PUBLIC);
        assertThat(seen(other.graphql(), "user(id: \"" + ada.id() + "\")", "/user"))
                .isEqualTo(KNOWN);
        assertThat(seen(other.graphql(), "userByUsername(username: \"" + ada.username() + "\")", "/userByUsername"))
                .isEqualTo(KNOWN);
        assertThat(seen(friend.graphql(), "usersByIds(ids: [\"" + ada.id() + "\"])", "/usersByIds/0"))
                .isEqualTo(FRIEND);
    }

    @Test
    void hidesAUserFromLookupsOfThoseTheyBlocked() {
        TestGraphQL graphql = blocked.graphql();
        JsonNode found = graphql.data(
                "query($id: ID!, $name: String!) { user(id: $id) { id } usersByIds(ids: [$id]) { id }"
                        + " userByUsername(username: $name) { id } users(search: $name) { nodes { id } } }",
                Map.of("id", ada.id(), "name", ada.username()));
        assertThat(found.get("user").isNull()).isTrue();
        assertThat(found.at("/usersByIds/0").isNull()).isTrue();
        assertThat(found.get("userByUsername").isNull()).isTrue();
        assertThat(found.at("/users/nodes")).isEmpty();
        assertThat(found.toString()).doesNotContain(ada.id().toString());
        assertThat(listedFor(blocked))
                .doesNotContain(ada.id().toString())
                .contains(friend.id().toString());
    }

    @Test
    void endsFriendshipsAndRequestsWithABlock() {
        Friends.change(ada, "blockUser", friend);
        assertThat(Friends.relationship(friend, ada)).isEqualTo("NONE");
        assertThat(Friends.change(friend, "requestFriend", ada)).isEqualTo("USER_NOT_FOUND");
        assertThat(Friends.change(friend, "acceptFriend", ada)).isEqualTo("USER_NOT_FOUND");
        assertThat(Friends.change(ada, "requestFriend", friend)).isEqualTo("BLOCKED");
        assertThat(Friends.change(ada, "unblockUser", friend)).isEqualTo("NONE");
        assertThat(Friends.change(friend, "requestFriend", ada)).isEqualTo("REQUESTED");
    }

    /** A blocked user cannot find the other one to block them, until the block is lifted. */
    @Test
    void hidesAUserFromBlocksByThoseTheyBlocked() {
        assertThat(Friends.change(blocked, "blockUser", ada)).isEqualTo("USER_NOT_FOUND");
        Friends.change(ada, "unblockUser", blocked);
        assertThat(Friends.change(blocked, "blockUser", ada)).isEqualTo("BLOCKED");
    }

    @Test
    void needsTheSameStatementsForTheFriendsOfOneUserAndOfMany() {
        List<Player> many = players.join("many", 12);
        many.forEach(player -> {
            Friends.change(ada, "requestFriend", player);
            Friends.change(player, "acceptFriend", ada);
        });
        String one = "{ viewer { friends(first: 1) { nodes { bio friends(first: 3) { nodes { username } } } } } }";
        String all = "{ viewer { friends(first: 50) { nodes { bio friends(first: 3) { nodes { username } } } } } }";
        int few = statements.during(() -> ada.graphql().data(one)).size();
        assertThat(statements.during(() -> ada.graphql().data(all))).hasSize(few);
        assertThat(few).isEqualTo(6);
    }

    @Test
    void rejectsLargePagesOfNestedLists() {
        assertThat(ada.graphql().errorCode("{ viewer { friends(first: 51) { nodes { username } } } }"))
                .isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void pagesThroughFriendsNewestFirst() {
        players.join("page", 3).forEach(player -> {
            Friends.change(ada, "requestFriend", player);
            Friends.change(player, "acceptFriend", ada);
        });
        JsonNode first = ada.graphql()
                .data("{ viewer { friends(first: 3) { nodes { username } pageInfo { hasNextPage endCursor } } } }")
                .at("/viewer/friends");
        assertThat(first.at("/pageInfo/hasNextPage").asBoolean()).isTrue();
        JsonNode second = ada.graphql()
                .data(
                        "query($after: String) { viewer { friends(first: 3, after: $after)"
                                + " { nodes { username } pageInfo { hasNextPage } } } }",
                        Map.of("after", first.at("/pageInfo/endCursor").asString()))
                .at("/viewer/friends");
        assertThat(second.at("/nodes")).hasSize(1);
        assertThat(second.at("/nodes/0/username").asString()).isEqualTo(friend.username());
        assertThat(second.at("/pageInfo/hasNextPage").asBoolean()).isFalse();
    }

    private Set<String> seenThroughEntities(TestGraphQL graphql) {
        JsonNode user = graphql.data(
                        "query($ids: [_Any!]!) { _entities(representations: $ids) { ... on User { " + ALL_FIELDS
                                + " } } }",
                        Map.of("ids", List.of(Map.of("__typename", "User", "id", ada.id()))))
                .at("/_entities/0");
        return present(user);
    }

    private static Set<String> seen(TestGraphQL graphql, String query, String path) {
        return present(graphql.data("{ " + query + " { " + ALL_FIELDS + " } }").at(path));
    }

    private static Set<String> present(JsonNode user) {
        Set<String> present = new TreeSet<>(user.propertyNames());
        present.removeIf(field -> user.get(field).isNull());
        return present;
    }

    private static Set<String> union(Set<String> one, Set<String> two) {
        Set<String> union = new TreeSet<>(one);
        union.addAll(two);
        return union;
    }

    private static List<String> listedFor(Player viewer) {
        List<String> ids = new ArrayList<>();
        Map<String, Object> from = Map.of();
        JsonNode page;
        do {
            page = viewer.graphql()
                    .data(
                            "query($after: String) { profiles(first: 100, after: $after)"
                                    + " { nodes { id } pageInfo { hasNextPage endCursor } } }",
                            from)
                    .get("profiles");
            page.get("nodes").forEach(node -> ids.add(node.get("id").asString()));
            from = Map.of("after", page.at("/pageInfo/endCursor").asString());
        } while (page.at("/pageInfo/hasNextPage").asBoolean());
        return ids;
    }
}
