package ft.transcendence.users;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.subgraph.testing.InProcessSubgraph;
import ft.transcendence.subgraph.testing.StatementCounter;
import ft.transcendence.subgraph.testing.TestIdentity;
import ft.transcendence.testkit.FederatedGraph;
import ft.transcendence.testkit.FederatedGraphExtension;
import ft.transcendence.testkit.FederatedResponse;
import ft.transcendence.testkit.stub.StubSubgraph;
import ft.transcendence.users.Players.Player;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** The subgraph in one graph with matches, of which only the schema and one answer are here. */
@UsersTest
class FederationTests {

    private static final String FRIENDS_LEADERBOARD = read("../client-operations/players/friends-leaderboard.graphql");

    /** What matches finds, best first. */
    private static final List<Player> ranking = new CopyOnWriteArrayList<>();

    // tag::spring-application[]
    @RegisterExtension
    static final FederatedGraphExtension GRAPH = FederatedGraphExtension.using(context -> FederatedGraph.builder()
            .subgraph("users", InProcessSubgraph.of(SpringExtension.getApplicationContext(context)))
            .stub(
                    "matches",
                    StubSubgraph.of(read("../matches-subgraph/src/main/resources/schema/matches.graphqls"))
                            .answer("User.friendsLeaderboard", arguments -> entries()))
            .build());
    // end::spring-application[]

    @Autowired
    Players players;

    @Autowired
    StatementCounter statements;

    @BeforeEach
    void clear() {
        ranking.clear();
    }

    @Test
    void namesTheFriendsOnALeaderboard(FederatedGraph graph) {
        Player ada = players.join("ada");
        Player bob = friendOf(ada);
        ranking.addAll(List.of(bob, ada));

        FederatedResponse response = leaderboard(graph, ada);

        assertThat(response).hasNoErrors().hasData("""
                {"viewer": {"id": "%s", "friendsLeaderboard": [
                  {"rank": 1, "value": 2000, "user": {"id": "%s", "displayName": "%s", "avatarUrl": "/avatars/default.svg"}},
                  {"rank": 2, "value": 1999, "user": {"id": "%s", "displayName": "%s", "avatarUrl": "/avatars/default.svg"}}
                ]}}""".formatted(
                        ada.id(), bob.id(), bob.username(), ada.id(), ada.username()));
        assertThat(response.requestsTo("matches"))
                .as("matches gets the ids that it requires")
                .singleElement()
                .extracting(
                        request -> request.representations("User").getFirst().get("friendIds"))
                .isEqualTo(List.of(bob.id().toString()));
    }

    @Test
    void isAskedTwiceHoweverManyFriendsThereAre(FederatedGraph graph) {
        Player ada = players.join("ada");
        ranking.add(friendOf(ada));
        FederatedResponse[] responses = new FederatedResponse[2];
        List<String> forOne = statements.during(() -> responses[0] = leaderboard(graph, ada));

        ranking.add(friendOf(ada));
        ranking.add(friendOf(ada));
        List<String> forThree = statements.during(() -> responses[1] = leaderboard(graph, ada));

        assertThat(responses[1])
                .hasNoErrors()
                .hasRequests("users", 2)
                .hasRequests("matches", 1)
                .hasEntityBatch("users", 3)
                .hasNoNPlusOne()
                .hasAsManyRequestsAs(responses[0]);
        assertThat(forThree).hasSameSizeAs(forOne);
    }

    @Test
    void isPlannedInThreeSteps(FederatedGraph graph) {
        assertThat(graph.plan(FRIENDS_LEADERBOARD)).isEqualTo("""
                QueryPlan {
                  Sequence {
                    Fetch(service: "users") {
                      {
                        viewer {
                          id
                          friendIds
                        }
                      }
                    },
                    Flatten(path: "viewer") {
                      Fetch(service: "matches") {
                        query($mode: MatchMode = ONE_VS_ONE)
                        {
                          ... on User {
                            __typename
                            id
                            friendIds
                          }
                        } =>
                        {
                          ... on User {
                            friendsLeaderboard(mode: $mode) {
                              rank
                              value
                              user {
                                id
                              }
                            }
                          }
                        }
                      },
                    },
                    Flatten(path: "viewer.friendsLeaderboard.@.user") {
                      Fetch(service: "users") {
                        {
                          ... on User {
                            __typename
                            id
                          }
                        } =>
                        {
                          ... on User {
                            displayName
                            avatarUrl
                          }
                        }
                      },
                    },
                  },
                }
                """);
    }

    private static FederatedResponse leaderboard(FederatedGraph graph, Player player) {
        String token = TestIdentity.instance().player(player.id(), player.username());
        return graph.operation(FRIENDS_LEADERBOARD)
                .header("Authorization", "Bearer " + token)
                .execute();
    }

    private Player friendOf(Player player) {
        Player friend = players.join("friend");
        change(player, "requestFriend", friend);
        change(friend, "acceptFriend", player);
        return friend;
    }

    private static void change(Player player, String mutation, Player other) {
        player.graphql()
                .data(
                        "mutation($id: ID!) { " + mutation + "(userId: $id) { errors { code } } }",
                        Map.of("id", other.id()));
    }

    private static List<Map<String, Object>> entries() {
        return IntStream.range(0, ranking.size())
                .mapToObj(index -> Map.<String, Object>of(
                        "rank",
                        index + 1,
                        "value",
                        2000 - index,
                        "user",
                        Map.of("id", ranking.get(index).id())))
                .toList();
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
