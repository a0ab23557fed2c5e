package ft.transcendence.matches.doubt;

import static ft.transcendence.matches.doubt.PlayedMatches.END;
import static ft.transcendence.matches.doubt.PlayedMatches.HARMLESS;
import static ft.transcendence.matches.doubt.PlayedMatches.LIMITS;
import static ft.transcendence.matches.doubt.PlayedMatches.between;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.matches.doubt.PlayedMatch.Encounter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SamePairRuleTests {

    private final SamePairRule rule = new SamePairRule(LIMITS);

    @Test
    void believesFiveMatchesAnHour() {
        assertThat(rule.isRaisedBy(between(met(5)))).isFalse();
    }

    @Test
    void doubtsTheSixth() {
        assertThat(rule.isRaisedBy(between(met(6)))).isTrue();
    }

    @Test
    void looksAtAllOpponentsInAMatchOfTeams() {
        assertThat(rule.isRaisedBy(between(HARMLESS, met(6), HARMLESS, HARMLESS)))
                .isTrue();
        assertThat(rule.isRaisedBy(between(met(5), met(5), met(5), met(5)))).isFalse();
    }

    private static Encounter met(int times) {
        return new Encounter(times, END.minus(Duration.ofDays(100)), times, times);
    }
}
