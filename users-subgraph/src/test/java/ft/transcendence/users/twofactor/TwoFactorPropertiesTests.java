package ft.transcendence.users.twofactor;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.subgraph.testing.TestSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

class TwoFactorPropertiesTests {

    private final TestSettings<TwoFactorProperties> settings =
            TestSettings.of(TwoFactorProperties.class, Settings.class);

    @Test
    void haveDefaults() {
        assertThat(settings.bind()).isEqualTo(new TwoFactorProperties("Transcendence", Duration.ofMinutes(10), 5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "users.two-factor.issuer=",
                "users.two-factor.setup-lifetime=0s",
                "users.two-factor.setup-lifetime=-1s",
                "users.two-factor.tries=0",
                "users.two-factor.attempts=5"
            })
    void reject(String setting) {
        settings.assertRejects(setting);
    }

    @EnableConfigurationProperties(TwoFactorProperties.class)
    static class Settings {}
}
