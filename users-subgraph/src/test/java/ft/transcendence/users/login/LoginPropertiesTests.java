package ft.transcendence.users.login;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.subgraph.testing.TestSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

class LoginPropertiesTests {

    private final TestSettings<LoginProperties> settings = TestSettings.of(LoginProperties.class, Settings.class);

    @Test
    void haveDefaults() {
        assertThat(settings.bind().freshFor()).isEqualTo(Duration.ofMinutes(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"users.login.fresh-for=0s", "users.login.fresh-for=-5m", "users.login.fresh-four=5m"})
    void reject(String setting) {
        settings.assertRejects(setting);
    }

    @EnableConfigurationProperties(LoginProperties.class)
    static class Settings {}
}
