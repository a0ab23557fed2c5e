package ft.transcendence.gateway.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InstancesTests {
    private static final Duration LEFT_OUT = Duration.ofSeconds(10);

    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 1_000);

    @Test
    void takesAddressesInTurn() {
        assertThat(next(instances("a", "b", "c"), 6)).containsExactly("a", "b", "c", "a", "b", "c");
    }

    @Test
    void avoidsTheOneThatHasJustFailed() {
        Instances<String> instances = instances("a", "b");
        Instance<String> failed = instances.next(null);
        for (int i = 0; i < 4; i++) {
            assertThat(instances.next(failed).target()).isEqualTo("b");
        }
    }

    @Test
    void leavesOutOneThatFailsInARowUntilATrialSucceeds() {
        Instances<String> instances = instances("a", "b", "c");
        Instance<String> bad = instances.next(null);
        instances.failed(bad);
        instances.succeeded(bad);
        instances.failed(bad);
        assertThat(next(instances, 3)).contains("a");
        instances.failed(bad);
        assertThat(next(instances, 10)).doesNotContain("a");

        pass(LEFT_OUT);
        assertThat(next(instances, 10)).containsOnlyOnce("a");
        instances.failed(bad);
        assertThat(next(instances, 10)).doesNotContain("a");

        pass(LEFT_OUT);
        assertThat(next(instances, 3)).contains("a");
        instances.succeeded(bad);
        assertThat(next(instances, 6)).containsOnly("a", "b", "c");
        assertThat(next(instances, 6)).filteredOn("a"::equals).hasSize(2);
    }

    @Test
    void whenAllFailAllAreTried() {
        Instances<String> instances = instances("a", "b");
        for (int i = 0; i < 4; i++) {
            instances.failed(instances.next(null));
        }
        assertThat(next(instances, 4)).contains("a", "b");
        Instance<String> failed = instances.next(null);
        assertThat(instances.next(failed)).isNotSameAs(failed);
    }

    @Test
    void aSingleAddressIsAlwaysTaken() {
        Instances<String> instances = instances("a");
        Instance<String> only = instances.next(null);
        for (int i = 0; i < 10; i++) {
            instances.failed(only);
            assertThat(instances.next(only)).isSameAs(only);
        }
    }

    private Instances<String> instances(String... addresses) {
        return new Instances<>(List.of(addresses), new EjectionPolicy(2, LEFT_OUT), nanoTime::get);
    }

    private void pass(Duration duration) {
        nanoTime.addAndGet(duration.toNanos());
    }

    private static List<String> next(Instances<String> instances, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> instances.next(null).target())
                .toList();
    }
}
