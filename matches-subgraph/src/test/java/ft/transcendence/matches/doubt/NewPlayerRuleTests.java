package ft.transcendence.matches.doubt;

import static ft.transcendence.matches.doubt.PlayedMatches.END;
import static ft.transcendence.matches.doubt.PlayedMatches.HARMLESS;
import static ft.transcendence.matches.doubt.PlayedMatches.LIMITS;
import static ft.transcendence.matches.doubt.PlayedMatches.between;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.matches.doubt.PlayedMatch.Encounter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NewPlayerRuleTests {

    private static final Duration NEW = Duration.ofDays(3);

    private final NewPlayerRule rule = new NewPlayerRule(LIMITS);

    @Test
    void doubtsANewPlayerWhoLosesToOneOpponent() {
        assertThat(rule.isRaisedBy(between(loser(NEW.minusSeconds(1), 5, 4)))).isTrue();
        assertThat(rule.isRaisedBy(between(loser(Duration.ofHours(1), 20, 20)))).isTrue();
    }

    @Test
    void believesANewPlayerWhoPlaysAgainstOthersToo() {
        assertThat(rule.isRaisedBy(between(loser(Duration.ofHours(1), 20, 15)))).isFalse();
    }

    @Test
    void believesTheFirstMatches() {
        assertThat(rule.isRaisedBy(between(loser(Duration.ofHours(1), 4, 4)))).isFalse();
    }

    @Test
    void believesAPlayerWhoIsNotNewAnyMore() {
        assertThat(rule.isRaisedBy(between(loser(NEW, 5, 5)))).isFalse();
    }

    @Test
    void looksAtAllLosersInAMatchOfTeams() {
        assertThat(rule.isRaisedBy(between(HARMLESS, loser(Duration.ofHours(1), 5, 5))))
                .isTrue();
    }

    private static Encounter loser(Duration age, int played, int lost) {
        return new Encounter(1, END.minus(age), played, lost);
    }
}
