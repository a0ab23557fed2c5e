package ft.transcendence.platform.load;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.platform.load.MachineMeter.Reading;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MachineMeterTests {

    private final MachineMeter meter = new MachineMeter();

    @Test
    void readsTheTimeOfAllCpus() {
        String stat = "cpu  100 20 30 700 50 4 6 10 7 8\ncpu0 1 2 3 4 5 6 7 8 9 10\n";

        assertThat(Reading.parse(stat, Duration.ofMillis(40)))
                .isEqualTo(new Reading(Duration.ofMillis(1700), Duration.ofMillis(9200), Duration.ofMillis(40)));
    }

    @Test
    void countsWhatNeitherThePlatformNorTheClientUsed() {
        meter.add(reading(0, 0, 0), reading(15, 20, 2), Duration.ofSeconds(9));

        assertThat(meter.othersPercent()).hasValue(20.0);
    }

    @Test
    void isUnknownWithoutReadings() {
        assertThat(meter.othersPercent()).isEmpty();
    }

    private static Reading reading(int busy, int total, int own) {
        return new Reading(Duration.ofSeconds(busy), Duration.ofSeconds(total), Duration.ofSeconds(own));
    }
}
