package ft.transcendence.platform.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import tools.jackson.databind.JsonNode;

/** Matches that are followed live. */
@PlatformTest
@TestInstance(Lifecycle.PER_CLASS)
class LiveTests {

    private static final String BARBARA = "00000000-0000-4000-8000-000000000003";
    private static final String KEN = "00000000-0000-4000-8000-000000000009";
    private static final Duration TOKEN_LIFETIME = Duration.ofSeconds(8);
    private static final String MY_MATCHES =
            "subscription { myMatches { id status players { user { id displayName } } } }";

    private final Platform platform;
    private final GameServer gameServer;
    private final TokenForge forge;
    private final List<String> started = new ArrayList<>();

    LiveTests(Platform platform) {
        this.platform = platform;
        this.gameServer = new GameServer(new GraphQL(platform.url()), platform.gameServerToken());
        this.forge = new TokenForge(new Realm(platform));
        for (String player : List.of("barbara", "ken")) {
            // the first request after the first login creates the profile
            new GraphQL(platform.url()).execute(platform.playerToken(player), "{ viewer { id } }");
        }
    }

    /** A player is in one match at a time. */
    @AfterEach
    void finishMatches() {
        started.forEach(match -> gameServer.finish(match, "live-" + match));
        started.clear();
    }

    @Test
    void spectatorFollowsAMatchToItsEnd() throws Exception {
        String match = start(BARBARA, KEN);
        try (LiveStream stream = LiveStream.open(platform, goodToken(), matchUpdated(match))) {
            JsonNode now = stream.next().at("/data/matchUpdated");
            assertThat(now.path("status").asString()).isEqualTo("LIVE");
            assertThat(names(now)).isEqualTo("barbara, ken");

            gameServer.finish(match, "live-" + match);

            JsonNode last = stream.next().at("/data/matchUpdated");
            assertThat(last.path("status").asString()).isEqualTo("COMPLETED");
            assertThat(last.path("score").toString()).isEqualTo("{\"teamOne\":11,\"teamTwo\":7}");
            assertThat(names(last)).isEqualTo("barbara, ken");
            assertThat(stream.completes()).isTrue();
        }
    }

    @Test
    void playerFollowsTheirMatchesOverAWebSocket() throws Exception {
        try (LiveSocket socket = LiveSocket.connect(platform, forge.token(claims -> claims.put("sub", KEN)))) {
            String match = start(KEN, BARBARA);
            socket.subscribe("mine", MY_MATCHES);

            JsonNode open = socket.next();
            assertThat(open.path("type").asString()).isEqualTo("next");
            assertThat(open.at("/payload/data/myMatches/id").asString()).isEqualTo(match);
            assertThat(names(open.at("/payload/data/myMatches"))).isEqualTo("ken, barbara");

            finishMatches();
            assertThat(socket.next().at("/payload/data/myMatches/status").asString())
                    .isEqualTo("COMPLETED");
        }
    }

    /** The users subgraph notifies, and the matches subgraph describes the match. */
    @Test
    void playerIsNotifiedOfAResult() throws Exception {
        String subscription =
                "subscription { myNotifications { unreadCount notification { kind match { id status } } } }";
        try (LiveStream stream = LiveStream.open(platform, platform.playerToken("ken"), subscription)) {
            assertThat(stream.next().at("/data/myNotifications/unreadCount").isNumber())
                    .isTrue();
            String match = start(BARBARA, KEN);
            gameServer.finish(match, "live-" + match);

            JsonNode told = stream.next().at("/data/myNotifications/notification");
            while (!told.at("/match/id").asString("").equals(match)) {
                // of a match that was finished before
                told = stream.next().at("/data/myNotifications/notification");
            }
            assertThat(told.path("kind").asString()).isEqualTo("MATCH_RESULT");
            assertThat(told.at("/match/status").asString()).isEqualTo("COMPLETED");
        }
    }

    @Test
    void anonymousVisitorsCannotFollow() throws Exception {
        String match = start(BARBARA, KEN);
        try (LiveStream stream = LiveStream.open(platform, null, matchUpdated(match))) {
            JsonNode refused = stream.next();
            assertThat(refused.at("/data/matchUpdated/id").isMissingNode()).isTrue();
            assertThat(refused.at("/errors/0/extensions/code").asString()).isEqualTo("UNAUTHENTICATED");
            assertThat(stream.completes()).isTrue();
        }
        try (LiveSocket socket = LiveSocket.connect(platform, null)) {
            socket.subscribe("mine", MY_MATCHES);

            JsonNode refused = socket.next();

            assertThat(refused.toString()).contains("UNAUTHENTICATED").doesNotContain("displayName");
        }
    }

    @Test
    void streamsEndWhenTheirTokenExpires() throws Exception {
        String match = start(BARBARA, KEN);
        try (LiveSocket socket = LiveSocket.connect(platform, forge.tokenFor(TOKEN_LIFETIME));
                LiveStream stream = LiveStream.open(platform, forge.tokenFor(TOKEN_LIFETIME), matchUpdated(match))) {
            socket.subscribe("match", matchUpdated(match));
            assertThat(stream.next().at("/data/matchUpdated/status").asString()).isEqualTo("LIVE");
            assertThat(socket.next().at("/payload/data/matchUpdated/status").asString())
                    .isEqualTo("LIVE");

            assertThat(stream.completes()).isTrue();
            assertThat(socket.closed().get(20, TimeUnit.SECONDS)).isEqualTo(4403);
        }
    }

    private String start(String one, String two) {
        String match = gameServer.start(one, two);
        started.add(match);
        return match;
    }

    private String goodToken() {
        return forge.token(claims -> {});
    }

    private static String matchUpdated(String match) {
        return "subscription { matchUpdated(matchId: \"" + match
                + "\") { id status score { teamOne teamTwo } players { user { id displayName } } } }";
    }

    private static String names(JsonNode match) {
        return String.join(
                ", ",
                match.path("players")
                        .valueStream()
                        .map(player -> player.at("/user/displayName").asString())
                        .toList());
    }
}
