package ft.transcendence.matches.season;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.subgraph.testing.TestSettings;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

class SeasonPropertiesTests {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final TestSettings<SeasonProperties> settings = TestSettings.of(SeasonProperties.class, Settings.class);

    @Test
    void haveDefaults() {
        assertThat(settings.bind()).isEqualTo(new SeasonProperties(3, MINUTE, MINUTE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "matches.seasons.months=0",
                "matches.seasons.months=-3",
                "matches.seasons.months=5",
                "matches.seasons.months=24",
                "matches.seasons.archive-after=-1s",
                "matches.seasons.check-every=0s",
                "matches.seasons.days=90"
            })
    void reject(String setting) {
        settings.assertRejects(setting);
    }

    @ParameterizedTest
    @CsvSource({
        "1,  2026-11-28T08:00:00Z, 2026-12-01T00:00:00Z",
        "3,  2026-11-28T08:00:00Z, 2027-01-01T00:00:00Z",
        "3,  2027-01-01T00:00:00Z, 2027-04-01T00:00:00Z",
        "6,  2026-06-30T23:59:59Z, 2026-07-01T00:00:00Z",
        "4,  2026-09-01T00:00:00Z, 2027-01-01T00:00:00Z",
        "12, 2024-02-29T00:00:00Z, 2025-01-01T00:00:00Z"
    })
    void endASeasonAtTheFirstOfAMonth(int months, Instant moment, Instant end) {
        assertThat(new SeasonProperties(months, MINUTE, MINUTE).endAfter(moment))
                .isEqualTo(end);
    }

    @EnableConfigurationProperties(SeasonProperties.class)
    static class Settings {}
}
