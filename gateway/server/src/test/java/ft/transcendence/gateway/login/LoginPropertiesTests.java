package ft.transcendence.gateway.login;

import static ft.transcendence.gateway.settings.BoundSettings.bind;
import static ft.transcendence.gateway.settings.BoundSettings.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginPropertiesTests {
    private static final String SECRET = "client-secret=very-secret";

    @Test
    void hasDefaults() {
        assertThat(bind(LoginProperties.class, SECRET))
                .isEqualTo(new LoginProperties(
                        "gateway",
                        "very-secret",
                        "/",
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(30),
                        "",
                        10,
                        new LoginProperties.Limits(10, 300, 100, 10_000),
                        Duration.ofSeconds(5)));
    }

    @Test
    void omitsItsSecrets() {
        assertThat(bind(LoginProperties.class, SECRET, "state-key=" + "k".repeat(32)))
                .asString()
                .doesNotContain("very-secret", "kkk");
    }

    @Test
    void requiresTheClientSecret() {
        assertThat(refusalOf(LoginProperties.class)).contains("OIDC_CLIENT_SECRET");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "client-id=  | clientId",
                "landing-page=home | must be a path of this origin",
                "landing-page=//evil.example | must be a path of this origin",
                "refresh-ahead=-1s | refreshAhead",
                "complete-within=999ms | completeWithin",
                "state-key=short | GATEWAY_LOGIN_STATE_KEY must have at least 32 characters",
                "sessions-per-player=0 | sessionsPerPlayer",
                "provider-timeout=0s | providerTimeout",
                "limits.per-second=0 | perSecond",
                "limits.burst=0 | burst",
                "limits.refused-logout-tokens=0 | refusedLogoutTokens",
                "limits.addresses=0 | addresses",
                "secret=x | secret"
            })
    void refuses(String setting, String reason) {
        assertThat(refusalOf(LoginProperties.class, SECRET, setting)).contains(reason);
    }
}
