package ft.transcendence.matches.matchmaking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DepartureRulesTests {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final DepartureRules rules =
            new DepartureRules(Duration.ofDays(1), 1, Duration.ofMinutes(1), Duration.ofHours(1));

    @Test
    void forgivesTheFirstDeparture() {
        assertThat(rules.bannedUntil(List.of(), NOW)).isEmpty();
        assertThat(rules.bannedUntil(List.of(NOW), NOW)).isEmpty();
    }

    @Test
    void doublesTheBanWithEachDeparture() {
        assertThat(rules.bannedUntil(departures(2), NOW)).contains(NOW.plusSeconds(60));
        assertThat(rules.bannedUntil(departures(3), NOW)).contains(NOW.plusSeconds(120));
        assertThat(rules.bannedUntil(departures(7), NOW)).contains(NOW.plusSeconds(1920));
    }

    @Test
    void limitsTheBan() {
        assertThat(rules.bannedUntil(departures(8), NOW)).contains(NOW.plusSeconds(3600));
        assertThat(rules.bannedUntil(departures(1000), NOW)).contains(NOW.plusSeconds(3600));
    }

    @Test
    void countsFromTheLastDeparture() {
        assertThat(rules.bannedUntil(List.of(NOW.minusSeconds(7200), NOW.minusSeconds(59)), NOW))
                .contains(NOW.plusSeconds(1));
        assertThat(rules.bannedUntil(List.of(NOW.minusSeconds(7200), NOW.minusSeconds(60)), NOW))
                .isEmpty();
    }

    @Test
    void rejectsImpossibleRules() {
        assertThatThrownBy(() -> new DepartureRules(Duration.ofDays(1), 1, Duration.ofHours(2), Duration.ofHours(1)))
                .hasMessageContaining("longest-ban");
        assertThatThrownBy(() -> new DepartureRules(Duration.ofDays(1), -1, Duration.ofMinutes(1), Duration.ofHours(1)))
                .hasMessageContaining("free");
    }

    private static List<Instant> departures(int count) {
        return Collections.nCopies(count, NOW);
    }
}
