package ft.transcendence.platform.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ft.transcendence.platform.e2e.GraphQL.Response;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A player logs in, a game server reports a match, and one query returns everything about both. */
@PlatformTest
class MatchReportTests {

    private static final Duration EVENT_LIMIT = Duration.ofSeconds(30);
    private static final String PLAYER_PAGE = """
            query PlayerPage {
              viewer {
                id username displayName totalScore wins losses
                rating { value }
                stats { played wins }
                matches(first: 1) {
                  nodes { id status score { teamOne teamTwo } players { outcome score user { id displayName } } }
                }
              }
            }
            """;

    private final GraphQL gateway;
    private final Platform platform;
    private final GameServer gameServer;

    MatchReportTests(Platform platform) {
        this.platform = platform;
        this.gateway = new GraphQL(platform.url());
        this.gameServer = new GameServer(gateway, platform.gameServerToken());
    }

    @Test
    void oneQueryReturnsDataOfBothSubgraphsAfterAMatch() {
        String ada = platform.playerToken("ada");
        String grace = viewerId(platform.playerToken("grace"));
        JsonNode before = gateway.execute(ada, PLAYER_PAGE).data("/viewer");
        String match = gameServer.start(before.path("id").asString(), grace);

        assertThat(gameServer
                        .finish(match, "main-job-" + match)
                        .data("/finishMatch/match/status")
                        .asString())
                .isEqualTo("COMPLETED");

        await().atMost(EVENT_LIMIT).untilAsserted(() -> assertThat(gateway.execute(ada, PLAYER_PAGE)
                        .data("/viewer/totalScore")
                        .asInt())
                .as("total score, kept by users from the event")
                .isEqualTo(before.path("totalScore").asInt() + 11));
        JsonNode after = gateway.execute(ada, PLAYER_PAGE).data("/viewer");
        assertThat(after.path("displayName").asString()).isEqualTo("ada");
        assertThat(after.path("wins").asInt()).isEqualTo(before.path("wins").asInt() + 1);
        assertThat(after.at("/stats/played").asInt())
                .isEqualTo(before.at("/stats/played").asInt() + 1);
        assertThat(after.at("/rating/value").asDouble())
                .isGreaterThan(before.at("/rating/value").asDouble());
        JsonNode newest = after.at("/matches/nodes/0");
        assertThat(newest.path("id").asString()).isEqualTo(match);
        assertThat(newest.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(newest.path("players")
                        .valueStream()
                        .map(player -> player.at("/user/displayName").asString() + " "
                                + player.path("outcome").asString()))
                .containsExactlyInAnyOrder("ada WIN", "grace LOSS");
    }

    @Test
    void concurrentReportsOfAResultCountOnce() throws Exception {
        String alan = platform.playerToken("alan");
        String barbara = viewerId(platform.playerToken("barbara"));
        int before =
                gateway.execute(alan, PLAYER_PAGE).data("/viewer/totalScore").asInt();
        int winsBefore = gateway.execute(alan, PLAYER_PAGE).data("/viewer/wins").asInt();
        int playedBefore =
                gateway.execute(alan, PLAYER_PAGE).data("/viewer/stats/played").asInt();
        String match = gameServer.start(viewerId(alan), barbara);

        Callable<Response> report = () -> gameServer.finish(match, "reported-often-" + match);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Response> response : threads.invokeAll(
                    IntStream.range(0, 8).mapToObj(number -> report).toList())) {
                assertThat(response.get().data("/finishMatch/match/status").asString())
                        .isEqualTo("COMPLETED");
            }
        }

        await().atMost(EVENT_LIMIT).untilAsserted(() -> assertThat(gateway.execute(alan, PLAYER_PAGE)
                        .data("/viewer/totalScore")
                        .asInt())
                .isEqualTo(before + 11));
        assertThat(gameServer
                        .finish(match, "reported-often-" + match)
                        .data("/finishMatch/match/winner")
                        .asString())
                .isEqualTo("ONE");
        await().during(Duration.ofSeconds(2)).atMost(EVENT_LIMIT).untilAsserted(() -> {
            JsonNode viewer = gateway.execute(alan, PLAYER_PAGE).data("/viewer");
            assertThat(viewer.path("totalScore").asInt()).isEqualTo(before + 11);
            assertThat(viewer.path("wins").asInt()).isEqualTo(winsBefore + 1);
            assertThat(viewer.at("/stats/played").asInt()).isEqualTo(playedBefore + 1);
        });
    }

    @Test
    void playerCannotReportAResult() {
        String dennis = platform.playerToken("dennis");
        String edsger = viewerId(platform.playerToken("edsger"));
        String match = gameServer.start(viewerId(dennis), edsger);

        Response refused = gameServer.finish(dennis, match, "cheat");

        assertThat(refused.body().path("errors").isEmpty()).isFalse();
        assertThat(refused.body().at("/data/finishMatch").isObject()).isFalse();
        assertThat(gateway.execute(dennis, PLAYER_PAGE)
                        .data("/viewer/matches/nodes/0/status")
                        .asString())
                .isEqualTo("LIVE");
    }

    @Test
    void viewerIsNullForAnonymousVisitors() {
        assertThat(gateway.execute(null, "{ viewer { id } }").data("/viewer").isNull())
                .isTrue();
    }

    private String viewerId(String token) {
        return gateway.execute(token, "{ viewer { id } }").data("/viewer/id").asString();
    }
}
