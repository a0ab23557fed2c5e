package ft.transcendence.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LogThrottleTests {

    private static final Duration BETWEEN = Duration.ofSeconds(10);

    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 1);
    private final LogThrottle throttle = new LogThrottle(BETWEEN, nanoTime::get);

    @Test
    void letsTheFirstInAndTheNextAfterAWhileWithACountOfThoseBetween() {
        assertThat(throttle.letIn("a")).hasValue(0);
        assertThat(throttle.letIn("a")).isEmpty();
        assertThat(throttle.letIn("a")).isEmpty();

        nanoTime.addAndGet(BETWEEN.toNanos());
        assertThat(throttle.letIn("a")).hasValue(2);
        assertThat(throttle.letIn("a")).isEmpty();

        nanoTime.addAndGet(BETWEEN.toNanos());
        assertThat(throttle.letIn("a")).hasValue(1);
    }

    @Test
    void givesEachKindItsOwnTurn() {
        assertThat(throttle.letIn("a")).hasValue(0);
        assertThat(throttle.letIn("b")).hasValue(0);
        assertThat(throttle.letIn("a")).isEmpty();
    }

    @Test
    void letsKindsWithoutNumberShareOneTurn() {
        for (int kind = 0; kind < LogThrottle.KINDS; kind++) {
            assertThat(throttle.letIn("kind " + kind)).hasValue(0);
        }
        assertThat(throttle.letIn("one more")).hasValue(0);
        assertThat(throttle.letIn("and another")).isEmpty();
        assertThat(throttle.letIn("kind 7")).isEmpty();
    }
}
