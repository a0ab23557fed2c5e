package ft.transcendence.matches.doubt;

import static ft.transcendence.matches.doubt.PlayedMatches.LIMITS;
import static ft.transcendence.matches.doubt.PlayedMatches.lasting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TooFastRuleTests {

    private final TooFastRule rule = new TooFastRule(LIMITS);

    @Test
    void doubtsPointsThatTakeLonger() {
        assertThat(rule.isRaisedBy(lasting(Duration.ofMillis(16_499), 11))).isTrue();
        assertThat(rule.isRaisedBy(lasting(Duration.ofMillis(31_499), 21))).isTrue();
        assertThat(rule.isRaisedBy(lasting(Duration.ZERO, 1))).isTrue();
    }

    @Test
    void believesWhatIsPossible() {
        assertThat(rule.isRaisedBy(lasting(Duration.ofMillis(16_500), 11))).isFalse();
        assertThat(rule.isRaisedBy(lasting(Duration.ofMillis(31_500), 21))).isFalse();
    }

    @Test
    void believesThatSomebodyGaveUpAtOnce() {
        assertThat(rule.isRaisedBy(lasting(Duration.ZERO, 0))).isFalse();
    }

    @Test
    void believesEverythingWithoutALimit() {
        TooFastRule off = new TooFastRule(new DoubtProperties(Duration.ZERO, 5, Duration.ofDays(3), 5, 0.8));

        assertThat(off.isRaisedBy(lasting(Duration.ZERO, 21))).isFalse();
    }
}
