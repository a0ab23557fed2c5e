package ft.transcendence.matches.matchmaking;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.subgraph.testing.TestSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

class QueuePropertiesTests {

    private final TestSettings<QueueProperties> settings =
            TestSettings.of(QueueProperties.class, Settings.class).withDefaults("application.yaml");

    @Test
    void haveDefaults() {
        assertThat(settings.bind())
                .isEqualTo(new QueueProperties(
                        new RatingWindow(50, 25, 0.5, 800),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(30),
                        Duration.ofHours(1),
                        20_000,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(10),
                        new DepartureRules(Duration.ofDays(1), 1, Duration.ofMinutes(1), Duration.ofHours(1))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "matches.queue.window.base=-1",
                "matches.queue.window.growth=0",
                "matches.queue.window.certainty=-0.5",
                "matches.queue.window.max=49",
                "matches.queue.patience=0s",
                "matches.queue.presence=19s",
                "matches.queue.remembered=0s",
                "matches.queue.capacity=0",
                "matches.queue.match-every=0s",
                "matches.queue.see-every=16s",
                "matches.queue.departures.counted=0s",
                "matches.queue.departures.free=-1",
                "matches.queue.departures.first-ban=2h",
                "matches.queue.departures.longest-ban=1s",
                "matches.queue.width=3"
            })
    void reject(String setting) {
        settings.assertRejects(setting);
    }

    @EnableConfigurationProperties(QueueProperties.class)
    static class Settings {}
}
