package ft.transcendence.matches.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.subgraph.testing.TestSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

class ChallengePropertiesTests {

    private final TestSettings<ChallengeProperties> settings =
            TestSettings.of(ChallengeProperties.class, Settings.class);

    @Test
    void haveDefaults() {
        assertThat(settings.bind())
                .isEqualTo(new ChallengeProperties(Duration.ofMinutes(5), 30, Duration.ofSeconds(5)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "matches.challenge.lifetime=0s",
                "matches.challenge.per-hour=0",
                "matches.challenge.check-every=0s",
                "matches.challenge.per-day=3"
            })
    void reject(String setting) {
        settings.assertRejects(setting);
    }

    @EnableConfigurationProperties(ChallengeProperties.class)
    static class Settings {}
}
