package ft.transcendence.gateway.observation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.Caller;
import ft.transcendence.federation.GraphQLRequest;
import ft.transcendence.gateway.error.GatewayError;
import ft.transcendence.gateway.http.CompletedOperation;
import ft.transcendence.gateway.identity.CallerIdentity;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccessLogTests {
    private static final String DOCUMENT = "query Profile($token: String) { viewer(token: $token) { name } }";
    private static final CallerIdentity ADA =
            new CallerIdentity(Caller.authenticated(Set.of("player")), "ada-id", "Bearer secret-token", null, null);

    private static String line(
            @Nullable String operationName, CallerIdentity caller, @Nullable GatewayError error, int status) {
        GraphQLRequest request =
                new GraphQLRequest(DOCUMENT, operationName, Map.of("token", "secret-variable"), Map.of());
        return AccessLog.lineOf(new CompletedOperation(request, caller, error, status, 321, Duration.ofMillis(12)));
    }

    @Test
    void logsOperationAndCaller() {
        assertThat(line("Profile", ADA, null, 200))
                .matches("status=200 ms=12 bytes=321 operation=Profile hash=[0-9a-f]{32} caller=ada-id");
    }

    @Test
    void neverLogsDocumentVariablesOrToken() {
        assertThat(line("Profile", ADA, null, 200)).doesNotContain("viewer", "secret");
    }

    @Test
    void equalDocumentsHaveEqualHashes() {
        assertThat(hashOf(line("Profile", ADA, null, 200)))
                .isEqualTo(hashOf(line(null, CallerIdentity.anonymous(), null, 200)))
                .isNotEqualTo(hashOf(AccessLog.lineOf(
                        new CompletedOperation(GraphQLRequest.of("{ other }"), ADA, null, 200, 1, Duration.ZERO))));
    }

    private static String hashOf(String line) {
        return line.replaceAll(".* hash=(\\w+) .*", "$1");
    }

    @Test
    void logsWhyARequestWasRefused() {
        assertThat(AccessLog.lineOf(new CompletedOperation(
                        null, CallerIdentity.anonymous(), GatewayError.RATE_LIMITED, 429, 90, Duration.ofMillis(1))))
                .isEqualTo("status=429 ms=1 bytes=90 operation=- hash=- caller=anonymous refused=RATE_LIMITED");
    }

    @Test
    void operationNameCannotForgeALogLine() {
        assertThat(line("Profile\nstatus=200 caller=admin", ADA, null, 400))
                .contains(" operation=- ")
                .doesNotContain("\n", "admin");
        assertThat(line("x".repeat(101), ADA, null, 400)).contains(" operation=- ");
    }
}
