package ft.transcendence.platform.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassedSettingsTests {

    private static final Map<String, String> DEFAULTS = Map.of("SPRING_PROFILES_ACTIVE", "development");
    private static final Map<String, String> OWN = Map.of("GATEWAY_CREDENTIAL", "own");

    @ParameterizedTest
    @CsvSource({
        "GATEWAY_HTTP_ALLOWED_ORIGINS, gateway",
        "GATEWAY_FRONTEND_URL, gateway",
        "SUBGRAPH_TOURNAMENTS_URL, gateway",
        "SUPERGRAPH, gateway",
        "USERS_LOGIN_FRESH_FOR, users-subgraph",
        "MATCHES_TIMEOUTS_WAITING, matches-subgraph",
        "SUBGRAPH_TOKEN_CLOCK_SKEW, users-subgraph matches-subgraph",
        "SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE, gateway users-subgraph matches-subgraph",
        "LOGGING_LEVEL_ROOT, gateway users-subgraph matches-subgraph",
        "OTEL_EXPORTER_OTLP_ENDPOINT, gateway users-subgraph matches-subgraph",
        "TRACING_SAMPLING, gateway users-subgraph matches-subgraph",
        "OTEL_SERVICE_NAME, ''",
        "KC_LOG_LEVEL, ''",
        "PGPASSWORD, ''",
        "JAVA_TOOL_OPTIONS, ''"
    })
    void reachTheApplicationsTheyAreFor(String name, String applications) {
        for (String application : new String[] {"gateway", "users-subgraph", "matches-subgraph"}) {
            Map<String, String> environment =
                    new PassedSettings(Map.of(name, "value")).complete(application, Map.of(), Map.of());

            assertThat(environment.containsKey(name))
                    .as("%s in %s", name, application)
                    .isEqualTo(applications.contains(application));
        }
    }

    @Test
    void overrideDefaultsButNotTheLaunchersSettings() {
        PassedSettings settings = new PassedSettings(
                Map.of("SPRING_PROFILES_ACTIVE", "production", "GATEWAY_CREDENTIAL", "guessed", "SERVER_PORT", "1"));

        assertThat(settings.complete("gateway", DEFAULTS, OWN))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("SPRING_PROFILES_ACTIVE", "production", "GATEWAY_CREDENTIAL", "own"));
    }

    @Test
    void areReportedByNameOnly() {
        PassedSettings settings =
                new PassedSettings(Map.of("GATEWAY_LOGIN_CLIENT_SECRET", "s3cret", "GATEWAY_CREDENTIAL", "guessed"));
        settings.complete("gateway", DEFAULTS, OWN);
        StringWriter console = new StringWriter();

        settings.report(new Progress(new PrintWriter(console)));

        assertThat(console.toString())
                .contains("GATEWAY_LOGIN_CLIENT_SECRET", "Ignored", "GATEWAY_CREDENTIAL")
                .doesNotContain("s3cret", "guessed");
    }
}
