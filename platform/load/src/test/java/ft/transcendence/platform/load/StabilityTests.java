package ft.transcendence.platform.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class StabilityTests {

    @Test
    void isReachedWhenTheCostNoLongerFalls() {
        assertThat(after(194, 120, 80, 53, 48, 30, 23, 18, 12, 10, 9, 8.4)).isFalse();
        assertThat(after(10, 9, 8.4, 8.4, 8.5, 8.3, 8.4, 8.5)).isTrue();
    }

    @Test
    void isNotReachedWithTooFewWindows() {
        assertThat(after(8.4, 8.4, 8.4, 8.4, 8.4)).isFalse();
        assertThat(after(8.4, 8.4, 8.4, 8.4, 8.4, 8.4)).isTrue();
    }

    @Test
    void toleratesWindowsThatDifferIfTheirMeansDoNot() {
        assertThat(after(8, 9, 8.5, 9, 8, 8.5)).isTrue();
    }

    @Test
    void isNotReachedWhileTheCostRises() {
        assertThat(after(8, 8, 8, 9, 9, 9)).isFalse();
    }

    private static boolean after(double... costs) {
        Stability stability = new Stability();
        DoubleStream.of(costs).forEach(stability::add);
        return stability.isReached();
    }
}
