package ft.transcendence.matches.doubt;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.subgraph.testing.TestSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

class DoubtPropertiesTests {

    private final TestSettings<DoubtProperties> settings =
            TestSettings.of(DoubtProperties.class, Settings.class).withDefaults("application.yaml");

    @Test
    void haveDefaults() {
        assertThat(settings.bind()).isEqualTo(PlayedMatches.LIMITS);
    }

    @Test
    void canBelieveEverything() {
        assertThat(settings.with("matches.doubts.time-per-point=0s", "matches.doubts.new-player=0s")
                        .bind()
                        .timePerPoint())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "matches.doubts.time-per-point=-1s",
                "matches.doubts.same-pair=0",
                "matches.doubts.new-player=-1d",
                "matches.doubts.new-player-matches=0",
                "matches.doubts.new-player-losses=0",
                "matches.doubts.new-player-losses=1.1",
                "matches.doubts.time-per-points=1s"
            })
    void reject(String setting) {
        settings.assertRejects(setting);
    }

    @EnableConfigurationProperties(DoubtProperties.class)
    static class Settings {}
}
