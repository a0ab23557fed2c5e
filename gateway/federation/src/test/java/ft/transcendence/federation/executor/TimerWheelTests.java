package ft.transcendence.federation.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class TimerWheelTests {

    private final Queue<Runnable> ticks = new ArrayDeque<>();
    private final List<String> over = new ArrayList<>();
    private long now = Long.MAX_VALUE - 1_000;
    private final TimerWheel wheel = new TimerWheel(() -> now, ticks::add);

    @Test
    void runsATaskWhenItIsDue() {
        after(50, "first");
        after(90, "second");
        pass(40);
        assertThat(over).isEmpty();
        pass(20);
        assertThat(over).containsExactly("first");
        pass(40);
        assertThat(over).containsExactly("first", "second");
    }

    @Test
    void runsAnOverdueTaskAtTheNextTick() {
        after(-5, "late");
        assertThat(over).isEmpty();
        pass(20);
        assertThat(over).containsExactly("late");
    }

    @Test
    void forgetsCancelledTasks() {
        after(30, "kept");
        TimerWheel.Timeout off = after(30, "off");
        after(30, "also kept");
        off.cancel();
        off.cancel();
        assertThat(wheel.size()).isEqualTo(2);
        pass(40);
        assertThat(over).containsExactlyInAnyOrder("kept", "also kept");
        assertThat(wheel.size()).isZero();
    }

    @Test
    void supportsDelaysLongerThanOneTurn() {
        after(30_000, "long");
        pass(29_980);
        assertThat(over).isEmpty();
        pass(40);
        assertThat(over).containsExactly("long");
    }

    @Test
    void runsAllDueTasksAfterAPauseLongerThanOneTurn() {
        for (int i = 1; i <= 600; i++) {
            after(i * 20, "timeout " + i);
        }
        now += Duration.ofSeconds(60).toNanos();
        tick();
        assertThat(over).hasSize(600);
    }

    @Test
    void stopsWithoutTasksAndStartsAgain() {
        after(20, "first").cancel();
        pass(20);
        assertThat(ticks).isEmpty();
        now += Duration.ofHours(1).toNanos();
        after(20, "second");
        assertThat(ticks).hasSize(1);
        pass(40);
        assertThat(over).containsExactly("second");
        assertThat(ticks).isEmpty();
    }

    private TimerWheel.Timeout after(int millis, String name) {
        return wheel.schedule(Duration.ofMillis(millis), () -> over.add(name));
    }

    /** Lets time pass, tick by tick. */
    private void pass(int millis) {
        for (int passed = 0; passed < millis; passed += 20) {
            now += Duration.ofMillis(20).toNanos();
            tick();
        }
    }

    private void tick() {
        Runnable tick = ticks.poll();
        if (tick != null) {
            tick.run();
        }
    }
}
