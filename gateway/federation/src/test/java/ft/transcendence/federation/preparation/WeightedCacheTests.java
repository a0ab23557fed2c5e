package ft.transcendence.federation.preparation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** One budget for values of several kinds, and expiry. */
final class WeightedCacheTests {

    private static final long BUDGET = 1_000;

    private record Name(String text) implements WeightedCache.Key<String> {
        @Override
        public long heaviest(long budget) {
            return budget / 4;
        }
    }

    private record Number(int value) implements WeightedCache.Key<Integer> {
        @Override
        public long heaviest(long budget) {
            return budget / 10;
        }
    }

    private long now;
    private final WeightedCache cache = new WeightedCache(BUDGET, Duration.ofHours(1), () -> now);

    private void pass(Duration time) {
        now += time.toNanos();
    }

    @Test
    void findsValuesByEqualKeysOfTheirKind() {
        cache.put(new Name("a"), "A", 10);
        cache.put(new Number(1), 11, 10);
        assertThat(cache.get(new Name("a"))).isEqualTo("A");
        assertThat(cache.get(new Number(1))).isEqualTo(11);
        assertThat(cache.get(new Name("1"))).isNull();
        assertThat(cache.weight()).isEqualTo(20);
        assertThat(cache.keys(Name.class)).containsExactly(new Name("a"));
    }

    @Test
    void doesNotKeepValuesThatAreTooHeavyForTheirKind() {
        cache.put(new Name("kept"), "", 250);
        cache.put(new Name("not"), "", 251);
        cache.put(new Number(1), 1, 101);
        assertThat(cache.keys(Name.class)).containsExactly(new Name("kept"));
        assertThat(cache.get(new Number(1))).isNull();
    }

    @RepeatedTest(20)
    void neverExceedsTheBudget(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        for (int i = 0; i < 500; i++) {
            if (random.nextBoolean()) {
                cache.put(new Name("n" + random.nextInt(200)), "v", random.nextLong(400));
            } else {
                cache.put(new Number(random.nextInt(200)), i, random.nextLong(200));
            }
            assertThat(cache.weight()).isLessThanOrEqualTo(BUDGET);
        }
        assertThat(cache.size()).isPositive();
    }

    @Test
    void evictsIdleValuesWhenTheNextIsAdded() {
        cache.put(new Name("idle"), "idle", 10);
        cache.put(new Name("used"), "used", 10);
        for (int quarter = 0; quarter < 6; quarter++) {
            pass(Duration.ofMinutes(15));
            cache.put(new Number(quarter), quarter, 1);
            assertThat(cache.get(new Name("used"))).isEqualTo("used");
        }
        assertThat(cache.get(new Name("idle"))).isNull();
    }

    @Test
    void evictsAllValuesAfterALongIdleTime() {
        cache.put(new Name("old"), "old", 10);
        pass(Duration.ofDays(2));
        cache.put(new Name("new"), "new", 10);
        assertThat(cache.keys(Name.class)).containsExactly(new Name("new"));
        assertThat(cache.weight()).isEqualTo(10);
    }

    @Test
    void keepsValuesWithinTheIdleTime() {
        cache.put(new Name("young"), "young", 10);
        pass(Duration.ofMinutes(59));
        cache.put(new Name("new"), "new", 10);
        assertThat(cache.get(new Name("young"))).isEqualTo("young");
    }

    @Test
    void isWarmWhenMoreValuesWouldEvictOthers() {
        for (int i = 0; i < 7; i++) {
            cache.put(new Number(i), i, 100);
        }
        assertThat(cache.isWarm()).isFalse();
        cache.put(new Number(7), 7, 100);
        assertThat(cache.isWarm()).isTrue();
    }
}
