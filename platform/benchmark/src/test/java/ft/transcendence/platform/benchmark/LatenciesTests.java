package ft.transcendence.platform.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTests {

    @Test
    void percentileIsTheNearestRank() {
        Latencies latencies = new Latencies(
                LongStream.rangeClosed(1, 200).map(each -> 201 - each).toArray());

        assertThat(latencies.percentile(0.5)).isEqualTo(Duration.ofNanos(100));
        assertThat(latencies.percentile(0.99)).isEqualTo(Duration.ofNanos(198));
        assertThat(latencies.percentile(1)).isEqualTo(Duration.ofNanos(200));
    }

    @Test
    void percentileOfNothingIsZero() {
        assertThat(new Latencies(new long[0]).percentile(0.99)).isZero();
    }
}
