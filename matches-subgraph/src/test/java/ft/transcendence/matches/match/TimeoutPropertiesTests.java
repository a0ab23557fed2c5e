package ft.transcendence.matches.match;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.subgraph.testing.TestSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

class TimeoutPropertiesTests {

    private final TestSettings<TimeoutProperties> settings =
            TestSettings.of(TimeoutProperties.class, Settings.class).withDefaults("application.yaml");

    @Test
    void haveDefaults() {
        assertThat(settings.bind())
                .isEqualTo(new TimeoutProperties(
                        Duration.ofMinutes(10),
                        Duration.ofMinutes(2),
                        Duration.ofSeconds(60),
                        Duration.ofHours(1),
                        Duration.ofMinutes(15),
                        Duration.ofSeconds(5)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "matches.timeouts.waiting=0s",
                "matches.timeouts.silence=-2m",
                "matches.timeouts.grace=0s",
                "matches.timeouts.playing=0s",
                "matches.timeouts.late-results=0s",
                "matches.timeouts.check-every=0s",
                "matches.timeouts.idle=2m"
            })
    void reject(String setting) {
        settings.assertRejects(setting);
    }

    @EnableConfigurationProperties(TimeoutProperties.class)
    static class Settings {}
}
