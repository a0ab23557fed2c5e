package ft.transcendence.matches.observation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.matches.observation.ObservedTime.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ObservedTimeTests {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    /** Seconds that are kept. */
    private static final int KEPT = 60;

    @Test
    void isTheTimeOfTheClockWithoutInterruption() {
        assertThat(since(120, ago(60, 0))).isEqualTo(NOW.minusSeconds(120));
        assertThat(since(20, ago(60, 0))).isEqualTo(NOW.minusSeconds(20));
    }

    @Test
    void skipsInterruptions() {
        assertThat(since(20, ago(10, 0), ago(55, 40))).isEqualTo(NOW.minusSeconds(50));
        assertThat(since(10, ago(50, 30))).isEqualTo(NOW.minusSeconds(40));
    }

    @Test
    void countsWhatSeveralInstancesObservedOnce() {
        assertThat(since(21, ago(20, 5), ago(15, 0), ago(12, 8))).isEqualTo(NOW.minusSeconds(KEPT + 1));
        assertThat(since(15, ago(20, 5), ago(15, 0), ago(12, 8))).isEqualTo(NOW.minusSeconds(15));
    }

    @Test
    void ignoresTheFutureOfAClockThatWasSetBack() {
        assertThat(since(20, ago(10, -3600), ago(-100, -200))).isEqualTo(NOW.minusSeconds(KEPT + 10));
    }

    @Test
    void countsAllTimeBeforeObservationsAreKept() {
        assertThat(since(1)).isEqualTo(NOW.minusSeconds(KEPT + 1));
        assertThat(since(30, ago(3600, 50))).isEqualTo(NOW.minusSeconds(KEPT + 20));
    }

    @Property
    void containsExactlyTheDuration(
            @ForAll("stretches") List<Stretch> stretches, @ForAll @IntRange(min = 1, max = 100) int seconds) {
        Instant since =
                new ObservedTime(NOW, NOW.minusSeconds(KEPT), stretches).latestBefore(Duration.ofSeconds(seconds));

        assertThat(observedSince(since, stretches)).isEqualTo(seconds);
        assertThat(observedSince(since.plusSeconds(1), stretches)).isEqualTo(seconds - 1);
    }

    @Provide
    Arbitrary<List<Stretch>> stretches() {
        Arbitrary<Integer> seconds = Arbitraries.integers().between(-10, KEPT + 20);
        return Combinators.combine(seconds, seconds)
                .as((one, other) -> ago(Math.max(one, other), Math.min(one, other)))
                .list()
                .ofMaxSize(6);
    }

    /** How many of the seconds since then count. */
    private static int observedSince(Instant since, List<Stretch> stretches) {
        int ago = Math.toIntExact(Duration.between(since, NOW).toSeconds());
        BitSet counted = new BitSet();
        if (ago > KEPT) {
            counted.set(KEPT, ago);
        }
        stretches.forEach(stretch -> {
            int from = Math.clamp(Duration.between(stretch.endedAt(), NOW).toSeconds(), 0, KEPT);
            int to = Math.clamp(Duration.between(stretch.beganAt(), NOW).toSeconds(), 0, KEPT);
            counted.set(from, to);
        });
        return counted.get(0, Math.max(0, ago)).cardinality();
    }

    private static Instant since(int seconds, Stretch... stretches) {
        return new ObservedTime(NOW, NOW.minusSeconds(KEPT), List.of(stretches))
                .latestBefore(Duration.ofSeconds(seconds));
    }

    private static Stretch ago(int begin, int end) {
        return new Stretch(NOW.minusSeconds(begin), NOW.minusSeconds(end));
    }
}
