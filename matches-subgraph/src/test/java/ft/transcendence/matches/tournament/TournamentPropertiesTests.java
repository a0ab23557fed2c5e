package ft.transcendence.matches.tournament;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.subgraph.testing.TestSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

class TournamentPropertiesTests {

    private final TestSettings<TournamentProperties> settings =
            TestSettings.of(TournamentProperties.class, Settings.class);

    @Test
    void haveDefaults() {
        assertThat(settings.bind())
                .isEqualTo(new TournamentProperties(
                        Duration.ofDays(7),
                        Duration.ofDays(30),
                        Duration.ofMinutes(15),
                        3,
                        10,
                        5,
                        Duration.ofDays(30),
                        Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "matches.tournament.lifetime=0s",
                "matches.tournament.horizon=0s",
                "matches.tournament.patience=0s",
                "matches.tournament.open-per-organizer=0",
                "matches.tournament.per-day=0",
                "matches.tournament.per-player=0",
                "matches.tournament.kept=0s",
                "matches.tournament.check-every=0s",
                "matches.tournament.rounds=3"
            })
    void reject(String setting) {
        settings.assertRejects(setting);
    }

    @EnableConfigurationProperties(TournamentProperties.class)
    static class Settings {}
}
