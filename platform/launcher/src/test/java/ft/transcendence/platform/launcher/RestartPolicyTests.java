package ft.transcendence.platform.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RestartPolicyTests {

    private static final RestartPolicy POLICY = new RestartPolicy(
            Duration.ofSeconds(1), Duration.ofSeconds(6), Duration.ofMinutes(2), 6, Duration.ofSeconds(5), 6);

    @Test
    void doublesTheDelayUpToTheMaximum() {
        assertThat(POLICY.delayAfter(1)).hasValue(Duration.ofSeconds(1));
        assertThat(POLICY.delayAfter(2)).hasValue(Duration.ofSeconds(2));
        assertThat(POLICY.delayAfter(3)).hasValue(Duration.ofSeconds(4));
        assertThat(POLICY.delayAfter(4)).hasValue(Duration.ofSeconds(6));
        assertThat(POLICY.delayAfter(5)).hasValue(Duration.ofSeconds(6));
    }

    @Test
    void givesUpAtTheMaximumOfFailures() {
        assertThat(POLICY.delayAfter(6)).isEmpty();
    }

    @Test
    void resetsTheCountForAPartThatWorkedForAWhile() {
        assertThat(POLICY.consecutiveFailures(5, Duration.ofSeconds(119))).isEqualTo(6);
        assertThat(POLICY.consecutiveFailures(5, Duration.ofSeconds(120))).isEqualTo(1);
    }
}
