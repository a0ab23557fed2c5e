package ft.transcendence.users.profile;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.subgraph.testing.StatementCounter;
import ft.transcendence.users.Players;
import ft.transcendence.users.Players.Player;
import ft.transcendence.users.UsersTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@UsersTest
class UserDataFetchersTests {

    @Autowired
    Players players;

    @Autowired
    StatementCounter statements;

    @Test
    void findsUsersByIdAndName() {
        Player ada = players.join("ada");
        Player bob = players.join("bob");
        JsonNode data = bob.graphql()
                .data(
                        "query($id: ID!, $name: String!) { user(id: $id) { username displayName avatarUrl active }"
                                + " userByUsername(username: $name) { id } }",
                        Map.of("id", ada.id(), "name", ada.username().toUpperCase(Locale.ROOT)));
        assertThat(data.at("/user/username").asString()).isEqualTo(ada.username());
        assertThat(data.at("/user/avatarUrl").asString()).isEqualTo("/avatars/default.svg");
        assertThat(data.at("/user/active").asBoolean()).isTrue();
        assertThat(data.at("/userByUsername/id").asString()).isEqualTo(ada.id().toString());
    }

    @Test
    void returnsNullForUnknownUsers() {
        Player ada = players.join("ada");
        JsonNode data = ada.graphql()
                .data("{ byId: user(id: \"" + UUID.randomUUID() + "\") { id } nonsense: user(id: \"7\") { id }"
                        + " userByUsername(username: \"nobody at all\") { id } }");
        assertThat(data)
                .allSatisfy(field -> assertThat(field.isNull()).isTrue())
                .hasSize(3);
    }

    @Test
    void keepsTheOrderOfIds() {
        List<Player> joined = players.join("order", 3);
        List<String> ids = Stream.of(
                        joined.get(2).id(),
                        UUID.randomUUID(),
                        joined.get(0).id(),
                        joined.get(2).id())
                .map(UUID::toString)
                .toList();
        JsonNode users = joined.getFirst()
                .graphql()
                .data("query($ids: [ID!]!) { usersByIds(ids: $ids) { id } }", Map.of("ids", ids))
                .get("usersByIds");
        assertThat(users.at("/0/id").asString()).isEqualTo(ids.get(0));
        assertThat(users.get(1).isNull()).isTrue();
        assertThat(users.at("/2/id").asString()).isEqualTo(ids.get(2));
        assertThat(users.at("/3/id").asString()).isEqualTo(ids.get(3));
    }

    @Test
    void listsUsersByNameInPages() {
        List<Player> joined = players.join("paged", 5);
        List<String> seen = new ArrayList<>();
        Map<String, Object> variables = new HashMap<>();
        boolean more = true;
        while (more) {
            JsonNode page = joined.getFirst()
                    .graphql()
                    .data(
                            "query($after: String) { users(first: 2, after: $after, search: \"PAGED\")"
                                    + " { nodes { username } pageInfo { hasNextPage endCursor } } }",
                            variables)
                    .get("users");
            page.get("nodes").forEach(user -> seen.add(user.get("username").asString()));
            more = page.at("/pageInfo/hasNextPage").asBoolean();
            variables.put("after", page.at("/pageInfo/endCursor").asString());
        }
        assertThat(seen)
                .containsExactlyElementsOf(
                        joined.stream().map(Player::username).sorted().toList());
    }

    @Test
    void escapesWildcardsInASearch() {
        Player ada = players.join("ada");
        assertThat(ada.graphql()
                        .data("{ users(search: \"%\") { nodes { id } } }")
                        .at("/users/nodes"))
                .isEmpty();
        assertThat(ada.graphql()
                        .data("{ users(search: \"a_a\") { nodes { id } } }")
                        .at("/users/nodes"))
                .isEmpty();
    }

    @Test
    void requiresALoginForLookups() {
        for (String query : List.of(
                "{ user(id: \"1\") { id } }",
                "{ userByUsername(username: \"ada\") { id } }",
                "{ usersByIds(ids: []) { id } }",
                "{ users { nodes { id } } }",
                "{ profiles { nodes { id } } }")) {
            assertThat(players.anonymous().errorCode(query)).as(query).isEqualTo("UNAUTHENTICATED");
        }
        assertThat(players.anonymous().data("{ viewer { id } }").get("viewer").isNull())
                .isTrue();
        assertThat(players.gameServer().data("{ viewer { id } }").get("viewer").isNull())
                .isTrue();
    }

    @Test
    void resolvesEntitiesForEveryone() {
        Player ada = players.join("ada");
        JsonNode entities = players.anonymous()
                .data(
                        "query($representations: [_Any!]!) { _entities(representations: $representations)"
                                + " { ... on User { username wins } } }",
                        Map.of("representations", List.of(user(ada.id().toString()), user("nobody"))))
                .get("_entities");
        assertThat(entities.at("/0/username").asString()).isEqualTo(ada.username());
        assertThat(entities.at("/0/wins").asInt(-1)).isZero();
        assertThat(entities.get(1).isNull()).isTrue();
    }

    @Test
    void needsTheSameStatementsForOneUserAndForMany() {
        List<Player> joined = players.join("many", 30);
        Player ada = joined.getFirst();
        List<Map<String, String>> representations =
                joined.stream().map(player -> user(player.id().toString())).toList();
        String entities = "query($representations: [_Any!]!) { _entities(representations: $representations)"
                + " { ... on User { username avatarUrl wins losses totalScore } } }";
        assertThat(statements.during(
                        () -> ada.graphql().data(entities, Map.of("representations", representations.subList(0, 1)))))
                .hasSize(1);
        assertThat(statements.during(() -> ada.graphql().data(entities, Map.of("representations", representations))))
                .hasSize(1);
        assertThat(statements.during(
                        () -> ada.graphql().data("{ users(first: 100) { nodes { username wins totalScore } } }")))
                .hasSize(1);
        assertThat(statements.during(
                        () -> ada.graphql().data("{ profiles(first: 100) { nodes { username wins totalScore } } }")))
                .hasSize(2);
        assertThat(statements.during(() -> ada.graphql().data("{ viewer { username wins totalScore } }")))
                .hasSize(1);
    }

    private static Map<String, String> user(String id) {
        return Map.of("__typename", "User", "id", id);
    }
}
