package ft.transcendence.users.presence;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.subgraph.testing.TestSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

class PresencePropertiesTests {

    private final TestSettings<PresenceProperties> settings = TestSettings.of(PresenceProperties.class, Settings.class);

    @Test
    void haveDefaults() {
        assertThat(settings.bind())
                .isEqualTo(
                        new PresenceProperties(Duration.ofSeconds(45), Duration.ofSeconds(15), Duration.ofMinutes(2)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "users.presence.timeout=0s",
                "users.presence.write-interval=30s",
                "users.presence.playing-timeout=20s",
                "users.presence.until=45s"
            })
    void reject(String setting) {
        settings.assertRejects(setting);
    }

    @EnableConfigurationProperties(PresenceProperties.class)
    static class Settings {}
}
