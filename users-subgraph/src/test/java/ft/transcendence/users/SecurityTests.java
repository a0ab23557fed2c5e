package ft.transcendence.users;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.subgraph.testing.AccessMatrix;
import ft.transcendence.subgraph.testing.AccessRules;
import ft.transcendence.subgraph.testing.FieldRules;
import ft.transcendence.subgraph.testing.RequestWriter;
import ft.transcendence.subgraph.testing.TestGraphQL;
import ft.transcendence.users.account.RegisteredPlayer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Tests authorization of the subgraph itself, without the gateway's checks. */
@UsersTest
class SecurityTests {

    @Autowired
    Players players;

    @Autowired
    ApplicationContext context;

    @TestFactory
    Stream<DynamicTest> enforcesTheAccessRules() {
        RegisteredPlayer ada = RegisteredPlayer.withPassword(players);
        RegisteredPlayer friend = RegisteredPlayer.withPassword(players);
        RegisteredPlayer other = RegisteredPlayer.withPassword(players);
        RegisteredPlayer blocked = RegisteredPlayer.withPassword(players);
        TestGraphQL self = ada.graphql(claims -> claims.claim("identity_provider", "42")
                .claim("identity_provider_identity", "alovelac")
                .claim("campus", "London"));
        self.data("mutation { updateProfile(input: { firstName: \"Ada\", lastName: \"Lovelace\", bio: \"I count\" })"
                + " { errors { code } } }");
        Stream.of(friend, other, blocked).forEach(player -> player.graphql().data("{ viewer { id } }"));
        self.data("mutation { requestFriend(userId: " + quoted(friend.id()) + ") { errors { code } } }");
        friend.graphql().data("mutation { acceptFriend(userId: " + quoted(ada.id()) + ") { errors { code } } }");
        self.data("mutation { blockUser(userId: " + quoted(blocked.id()) + ") { errors { code } } }");

        RequestWriter requests = RequestWriter.of("/schema/users.graphqls")
                .with(Map.of(
                        "id",
                        quoted(ada.id()),
                        "ids",
                        "[" + quoted(ada.id()) + "]",
                        "username",
                        "\"" + ada.username() + "\"",
                        "userId",
                        quoted(players.join("bystander").id())));
        Map<String, TestGraphQL> callers = Map.of(
                "anonymous", players.anonymous(),
                "service", players.gameServer(),
                "self", self,
                "friend", friend.graphql(),
                "other", other.graphql(),
                "blocked", blocked.graphql(),
                "moderator", withRole("moderator"),
                "admin", withRole("admin"));
        String[] callersWhoFindAda = {"service", "self", "friend", "other", "moderator", "admin"};
        return new AccessMatrix(AccessRules.read("/access-rules.txt"), requests, callers)
                .path("User", entity(ada.id()), "/_entities/0")
                .path("User", "{ user(id: " + quoted(ada.id()) + ") { %s } }", "/user", callersWhoFindAda)
                .path(
                        "User",
                        "{ usersByIds(ids: [" + quoted(ada.id()) + "]) { %s } }",
                        "/usersByIds/0",
                        callersWhoFindAda)
                .path(
                        "User",
                        "{ userByUsername(username: \"" + ada.username() + "\") { %s } }",
                        "/userByUsername",
                        callersWhoFindAda)
                .path(
                        "User",
                        "{ users(search: \"" + ada.username() + "\") { nodes { %s } } }",
                        "/users/nodes/0",
                        callersWhoFindAda)
                .path("User", "{ viewer { %s } }", "/viewer", "self")
                .path("User", "{ loginCheck { user { %s } } }", "/loginCheck/user", "self")
                .path(
                        "User",
                        "{ viewer { friends { edges { node { %s } } } } }",
                        "/viewer/friends/edges/0/node",
                        "friend")
                .tests();
    }

    @Test
    void hasARuleOnEveryDataFetcher() {
        assertThat(FieldRules.missing(context)).isEmpty();
    }

    @Test
    void resolvesInvalidRepresentationsToNull() {
        List<Map<String, String>> representations = Arrays.asList(
                Map.of("__typename", "User", "id", "' or 1 = 1"),
                Map.of("__typename", "User", "id", UUID.randomUUID().toString()));
        assertThat(players.anonymous()
                        .data(
                                "query($representations: [_Any!]!) { _entities(representations: $representations) { __typename } }",
                                Map.of("representations", representations))
                        .toString())
                .isEqualTo("{\"_entities\":[null,null]}");
    }

    @Test
    void rejectsIntrospection() {
        assertThat(players.anonymous()
                        .execute("{ __schema { types { name } } }")
                        .has("errors"))
                .isTrue();
    }

    private TestGraphQL withRole(String role) {
        RegisteredPlayer official = RegisteredPlayer.withPassword(players);
        return official.graphql(claims -> claims.claim("realm_access", Map.of("roles", List.of("player", role))));
    }

    private static String entity(UUID id) {
        return "{ _entities(representations: [{ __typename: \"User\", id: " + quoted(id)
                + " }]) { ... on User { %s } } }";
    }

    private static String quoted(UUID id) {
        return "\"" + id + "\"";
    }
}
