package ft.transcendence.platform.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A reported result is one trace: from the gateway to the subgraph and its database, and with the event to the other subgraph. */
@PlatformTest
class TraceTests {

    /** Spans are sent every five seconds, and the event's when it has been processed. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Platform platform;

    TraceTests(Platform platform) {
        this.platform = platform;
    }

    @Test
    void aResultIsOneTraceInAllServers() {
        String trace = newTrace();
        String unsampled = newTrace();
        GraphQL untraced = new GraphQL(platform.url());
        String match = new GameServer(untraced, platform.gameServerToken())
                .start(playerId(untraced, "ada"), playerId(untraced, "grace"));
        GraphQL traced = traced(trace, "01");
        traced(unsampled, "00").execute(null, "{ viewer { id } }");

        assertThat(new GameServer(traced, platform.gameServerToken())
                        .finish(match, "traced-" + match)
                        .data("/finishMatch/match/status")
                        .asString())
                .isEqualTo("COMPLETED");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(platform.spansOf(trace))
                .contains(
                        "gateway: mutation",
                        "gateway: subgraph matches",
                        "matches-subgraph: POST /graphql",
                        "matches-subgraph: database",
                        "matches-subgraph: send match-completions",
                        "users-subgraph: process match-completions"));
        assertThat(platform.spansOf(unsampled)).isEmpty();
    }

    private GraphQL traced(String trace, String flags) {
        return new GraphQL(platform.url(), Map.of("traceparent", "00-" + trace + "-0123456789abcdef-" + flags));
    }

    private static String newTrace() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private String playerId(GraphQL gateway, String username) {
        return gateway.execute(platform.playerToken(username), "{ viewer { id } }")
                .data("/viewer/id")
                .asString();
    }
}
