package ft.transcendence.platform.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ft.transcendence.platform.benchmark.LoadGenerator.Run;
import ft.transcendence.platform.benchmark.LoadGenerator.Timer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LoadGeneratorTests {

    private final FakeTimer timer = new FakeTimer();

    /** Responses that take this many milliseconds each. */
    private final Queue<Integer> durations = new ArrayDeque<>();

    private final LoadGenerator generator = new LoadGenerator(timer, 1);

    @Test
    void countsLatencyAtAFixedRateFromTheTimeARequestWasDue() {
        durations.addAll(List.of(10, 250, 10, 10, 10));

        Run run = generator.atFixedRate(10, this::send, Duration.ofMillis(500));

        // due at 0, 100, 200, 300 and 400 ms; the second one delays the next
        assertThat(millis(run)).containsExactly(10, 10, 70, 160, 250);
        assertThat(run.elapsed()).isEqualTo(Duration.ofMillis(410));
    }

    @Test
    void sendsTheNextRequestOfAClosedLoopAfterTheResponse() {
        durations.addAll(List.of(40, 50, 30));

        Run run = generator.closedLoop(List.of(this::send), Duration.ofMillis(100));

        assertThat(millis(run)).containsExactly(30, 40, 50);
        assertThat(run.perSecond()).isEqualTo(25);
    }

    @Test
    void failsWhenMoreRequestsFailThanTolerated() {
        durations.addAll(List.of(1, 0, 1, 1));

        Run run = generator.sequentially(this::sendOrFail, 4);

        assertThat(run.requests()).isEqualTo(3);
        assertThat(run.requireSuccess(0.25)).isEqualTo(run);
        assertThatThrownBy(() -> run.requireSuccess(0.2)).hasMessage("failed");
    }

    @Test
    void endsAfterTooManyFailures() {
        assertThatThrownBy(() -> generator.closedLoop(List.of(this::fail), Duration.ofDays(1)))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessage("failed");
    }

    private void send() {
        timer.pass(durations.remove());
    }

    private void sendOrFail() {
        timer.pass(1);
        if (durations.remove() == 0) {
            throw new UnexpectedResponseException("failed");
        }
    }

    private void fail() {
        timer.pass(1);
        throw new UnexpectedResponseException("failed");
    }

    private static long[] millis(Run run) {
        return LongStream.of(run.latencies().sortedNanos())
                .map(nanos -> nanos / 1_000_000)
                .toArray();
    }

    private static final class FakeTimer implements Timer {

        private long now;

        void pass(int millis) {
            now += millis * 1_000_000L;
        }

        @Override
        public long nanoTime() {
            return now;
        }

        @Override
        public void sleepUntil(long due) {
            now = Math.max(now, due);
        }
    }
}
