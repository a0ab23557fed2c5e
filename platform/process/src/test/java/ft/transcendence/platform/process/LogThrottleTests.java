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
    void logsOneMessagePerIntervalWithTheNumberSuppressed() {
        assertThat(throttle.tryLog("a")).hasValue(0);
        assertThat(throttle.tryLog("a")).isEmpty();
        assertThat(throttle.tryLog("a")).isEmpty();

        nanoTime.addAndGet(BETWEEN.toNanos());
        assertThat(throttle.tryLog("a")).hasValue(2);
        assertThat(throttle.tryLog("a")).isEmpty();

        nanoTime.addAndGet(BETWEEN.toNanos());
        assertThat(throttle.tryLog("a")).hasValue(1);
    }

    @Test
    void throttlesEachKindSeparately() {
        assertThat(throttle.tryLog("a")).hasValue(0);
        assertThat(throttle.tryLog("b")).hasValue(0);
        assertThat(throttle.tryLog("a")).isEmpty();
    }

    @Test
    void throttlesFurtherKindsTogether() {
        for (int kind = 0; kind < LogThrottle.MAX_KEYS; kind++) {
            assertThat(throttle.tryLog("kind " + kind)).hasValue(0);
        }
        assertThat(throttle.tryLog("one more")).hasValue(0);
        assertThat(throttle.tryLog("and another")).isEmpty();
        assertThat(throttle.tryLog("kind 7")).isEmpty();
    }
}
