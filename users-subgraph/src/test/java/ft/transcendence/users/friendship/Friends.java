package ft.transcendence.users.friendship;

import ft.transcendence.users.Players.Player;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Changes and queries friendships. */
public final class Friends {

    private Friends() {}

    /** The relationship after a mutation, or the code of its error. */
    public static String change(Player player, String mutation, Player other) {
        JsonNode payload = player.graphql()
                .data(
                        "mutation($id: ID!) { change: " + mutation
                                + "(userId: $id) { user { relationship } errors { code } } }",
                        Map.of("id", other.id()))
                .get("change");
        return payload.get("errors").isEmpty()
                ? payload.at("/user/relationship").asString()
                : payload.at("/errors/0/code").asString();
    }

    public static String relationship(Player player, Player other) {
        return player.graphql()
                .data(
                        "query($ids: [_Any!]!) { _entities(representations: $ids) { ... on User { relationship } } }",
                        Map.of("ids", List.of(Map.of("__typename", "User", "id", other.id()))))
                .at("/_entities/0/relationship")
                .asString();
    }
}
