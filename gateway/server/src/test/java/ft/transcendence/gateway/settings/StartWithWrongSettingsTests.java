package ft.transcendence.gateway.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ft.transcendence.gateway.StandaloneGateway;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The standalone gateway, started with an invalid setting. */
class StartWithWrongSettingsTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gateway.htpp.path=/x | did you mean gateway.http.path?",
                "gateway.http.request-timeout=-3s | request-timeout",
                "gateway.http.request-timeout=0s | request-timeout",
                "gateway.http.max-body-size=0B | max-body-size",
                "gateway.http.max-response-size=0B | max-response-size",
                "gateway.http.request-memory=15MB | request-memory",
                "gateway.subgraphs.max-connections=0 | maxConnections",
                "gateway.subgraphs.query-retries=-1 | queryRetries",
                "gateway.subgraphs.response-timeout=-1s | responseTimeout",
                "gateway.streams.keep-alive=0s | keepAlive",
                "gateway.streams.max-per-caller=0 | maxPerCaller",
                "gateway.streams.stall-timeout=90d | stallTimeout",
                "gateway.subgraphs.max-waiting-events=0B | max-waiting-events",
                "gateway.subgraphs.shared-streams.x=sometimes | LateJoin.sometimes",
                "gateway.planning.max-waiting=0 | maxWaiting",
                "gateway.planning.max-wait=0s | maxWait",
                "gateway.planning.threads=-1 | threads",
                "gateway.supergraph.operation-cache-size=1KB | operation-cache-size",
                "gateway.rate-limit.per-second=0 | perSecond",
                "gateway.rate-limit.burst=0 | burst",
                "gateway.rate-limit.callers=0 | callers",
                "gateway.limits.max-depth=0 | maxDepth",
                "gateway.limits.max-cost=-1 | maxCost",
                "gateway.supergraph.poll-interval=-1s | pollInterval",
                "gateway.supergraph.poll-interval=soon | is not a valid duration",
                "gateway.tracing.endpoint=collector:4318 | gateway.tracing.endpoint must be an address",
                "gateway.tracing.endpoint=http://a b | gateway.tracing.endpoint must be an address",
                "gateway.tracing.sampling=2 | sampling",
                "gateway.tracing.max-waiting=0 | maxWaiting",
                "gateway.frontend-url=localhost:3000 | gateway.frontend-url"
            })
    void doesNotStart(String setting, String named) {
        assertThatThrownBy(() -> StandaloneGateway.start(setting).close())
                .extracting(StartWithWrongSettingsTests::messageOfRoot)
                .asString()
                .contains(named);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void reportsAllWrongValuesAtOnce(CapturedOutput output) {
        assertThatThrownBy(() -> StandaloneGateway.start(
                                Map.of("GATEWAY_STREAMS_MAXTOTAL", "-1"),
                                "gateway.http.request-timeout=soon",
                                "gateway.http.max-body-size=0B")
                        .close())
                .isNotNull();
        assertThat(output.getOut())
                .contains(
                        "gateway.http.request-timeout = soon (from the command line): must be a duration such as 500ms, 10s or"
                                + " 1h, at least 1ms",
                        "gateway.streams.max-total = -1 (from the variable GATEWAY_STREAMS_MAXTOTAL): must be a whole number,"
                                + " at least 1");
    }

    private static String messageOfRoot(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
