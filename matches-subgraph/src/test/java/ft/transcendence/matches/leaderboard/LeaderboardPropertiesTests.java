package ft.transcendence.matches.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.subgraph.testing.TestSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

class LeaderboardPropertiesTests {

    private final TestSettings<LeaderboardProperties> settings =
            TestSettings.of(LeaderboardProperties.class, Settings.class).withDefaults("application.yaml");

    @Test
    void haveDefaults() {
        assertThat(settings.bind().rankAge()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.with("matches.leaderboard.rank-age=0s").bind().rankAge())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"matches.leaderboard.rank-age=-1s", "matches.leaderboard.rank-ages=5s"})
    void reject(String setting) {
        settings.assertRejects(setting);
    }

    @EnableConfigurationProperties(LeaderboardProperties.class)
    static class Settings {}
}
