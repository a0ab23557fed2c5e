package ft.transcendence.platform.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.platform.e2e.GraphQL.Response;
import ft.transcendence.platform.launcher.ClientOperations;
import ft.transcendence.platform.launcher.ClientOperations.Query;
import ft.transcendence.platform.servers.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sends the recorded operations of frontends. */
@PlatformTest
@TestInstance(Lifecycle.PER_CLASS)
class ClientOperationsTests {

    private static final Path RECORDED = Workspace.locate().root().resolve("client-operations");

    private final GraphQL gateway;
    private final String radia;
    private final String margaret;
    private final String radiaId;
    private final String margaretId;
    private final String match;

    ClientOperationsTests(Platform platform) {
        this.gateway = new GraphQL(platform.url());
        this.radia = platform.playerToken("radia");
        this.margaret = platform.playerToken("margaret");
        this.radiaId = idOf(radia);
        this.margaretId = idOf(margaret);
        GameServer gameServer = new GameServer(gateway, platform.gameServerToken());
        this.match = gameServer.start(radiaId, margaretId);
        gameServer.finish(match, "operations-" + match);
    }

    static List<Query> queries() {
        return ClientOperations.queries(Workspace.locate());
    }

    @ParameterizedTest
    @MethodSource("queries")
    void recordedQuerySucceeds(Query query) {
        Map<String, Object> variables = query.variables(Map.of(
                "id", match,
                "player", radiaId,
                "opponent", margaretId,
                "username", "margaret",
                "text", "margaret",
                "since", "2026-01-01T00:00:00Z",
                "before", "2026-06-01T00:00:00Z"));

        Response response = gateway.execute(radia, query.document(), query.name(), variables);

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body().path("errors").isMissingNode())
                .as(response.body().toString())
                .isTrue();
        assertThat(response.body().path("data").isEmpty()).isFalse();
    }

    @Test
    void playersBecomeFriendsAndUnfriend() {
        assertThat(send(radia, "players/player-search.graphql", "PlayerSearch", Map.of("text", "margar"))
                        .data("/users/edges")
                        .findValuesAsString("id"))
                .contains(margaretId);

        // friends from the demo data, if it exists
        send(radia, "players/befriend.graphql", "RemoveFriend", Map.of("userId", margaretId));
        assertThat(befriend(radia, "RequestFriend", margaretId)).isEqualTo("REQUESTED");
        assertThat(send(margaret, "players/friends.graphql", "Friends", Map.of())
                        .data("/viewer/friendRequestsReceived/nodes")
                        .findValuesAsString("id"))
                .contains(radiaId);
        assertThat(befriend(margaret, "AcceptFriend", radiaId)).isEqualTo("FRIENDS");
        assertThat(send(radia, "players/friends.graphql", "Friends", Map.of())
                        .data("/viewer/friends/nodes")
                        .findValuesAsString("id"))
                .contains(margaretId);
        assertThat(befriend(radia, "RemoveFriend", margaretId)).isEqualTo("NONE");
    }

    @Test
    void onlyThePlayerSeesTheLeaderboardAmongFriends() {
        String leaderboard =
                "{ user(id: \"%s\") { friendsLeaderboard { rank user { displayName } } } }".formatted(radiaId);

        Response own = gateway.execute(radia, leaderboard);
        Response other = gateway.execute(margaret, leaderboard);
        Response ids = gateway.execute(radia, "{ viewer { friendIds } }");

        assertThat(own.data("/user/friendsLeaderboard").isArray()).isTrue();
        assertThat(other.data("/user/friendsLeaderboard").isNull()).isTrue();
        assertThat(ids.body().at("/errors/0/message").asString()).contains("friendIds");
    }

    private String befriend(String token, String operation, String other) {
        return send(token, "players/befriend.graphql", operation, Map.of("userId", other))
                .body()
                .findValue("relationship")
                .asString();
    }

    private Response send(String token, String file, String operation, Map<String, Object> variables) {
        return gateway.execute(token, read(RECORDED.resolve(file)), operation, variables);
    }

    private String idOf(String token) {
        return gateway.execute(token, "{ viewer { id } }").data("/viewer/id").asString();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
