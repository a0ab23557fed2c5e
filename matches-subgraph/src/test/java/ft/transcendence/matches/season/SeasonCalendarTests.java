package ft.transcendence.matches.season;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeasonCalendarTests {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Instant SECOND = START.plus(DAY);
    private static final Instant THIRD = SECOND.plus(DAY);

    private final SeasonCalendar seasons =
            new SeasonCalendar(List.of(new Season(1, START, SECOND, true), new Season(2, SECOND, THIRD, false)));

    @Test
    void knowsTheSeasonOfAMoment() {
        assertThat(seasons.at(START).orElseThrow().number()).isEqualTo(1);
        assertThat(seasons.at(SECOND.minusNanos(1)).orElseThrow().number()).isEqualTo(1);
        assertThat(seasons.at(SECOND).orElseThrow().number()).isEqualTo(2);
        assertThat(seasons.at(START.minusNanos(1))).isEmpty();
        assertThat(seasons.at(THIRD)).isEmpty();
    }

    @Test
    void knowsWhichSeasonsEndedInBetween() {
        assertThat(seasons.endsBetween(START, SECOND.minusNanos(1))).isEmpty();
        assertThat(seasons.endsBetween(START, SECOND)).containsExactly(SECOND);
        assertThat(seasons.endsBetween(SECOND, SECOND.plus(DAY))).containsExactly(THIRD);
        assertThat(seasons.endsBetween(START.minus(DAY), THIRD)).containsExactly(SECOND, THIRD);
    }

    @Test
    void knowsWhenASeasonEnds() {
        assertThat(seasons.endOfSeasonAt(START.minus(DAY))).contains(SECOND);
        assertThat(seasons.endOfSeasonAt(SECOND)).contains(THIRD);
        assertThat(seasons.endOfSeasonAt(THIRD)).isEmpty();
    }
}
