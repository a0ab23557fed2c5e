package ft.transcendence.gateway.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryPolicyTests {
    private final RetryPolicy policy = new RetryPolicy(Duration.ofMillis(25), Duration.ofSeconds(1), 0.2, 10);

    @Test
    void waitsUpToALimitThatDoublesToAMaximum() {
        assertThat(longest(0)).isEqualTo(25);
        assertThat(longest(1)).isEqualTo(50);
        assertThat(longest(5)).isEqualTo(800);
        assertThat(longest(6)).isEqualTo(1_000);
        assertThat(longest(1_000)).isEqualTo(1_000);
    }

    @Test
    void waitsAtRandom() {
        assertThat(policy.waitNanos(1, () -> 0)).isZero();
        assertThat(policy.waitNanos(1, () -> 0.5))
                .isEqualTo(Duration.ofMillis(25).toNanos());
    }

    @Test
    void anyAcceptedBackOffCanBeDoubled() {
        RetryPolicy slow = new RetryPolicy(Duration.ofDays(30), Duration.ofSeconds(1), 0.2, 10);

        assertThat(slow.waitNanos(20, () -> 1)).isEqualTo(Duration.ofSeconds(1).toNanos());
    }

    private long longest(int earlier) {
        return Duration.ofNanos(policy.waitNanos(earlier, () -> 1)).toMillis();
    }
}
