package ft.transcendence.platform.benchmark;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/**
 * The latencies of a run.
 *
 * @param sortedNanos the latencies in nanoseconds, in ascending order
 */
public record Latencies(long[] sortedNanos) {

    public Latencies {
        Arrays.sort(sortedNanos);
    }

    public int count() {
        return sortedNanos.length;
    }

    /** A percentile, such as 0.99; zero if there are no latencies. */
    public Duration percentile(double part) {
        if (sortedNanos.length == 0) {
            return Duration.ZERO;
        }
        int index = (int) Math.ceil(part * sortedNanos.length) - 1;
        return Duration.ofNanos(sortedNanos[Math.max(0, index)]);
    }

    /** A percentile in milliseconds. */
    public double millis(double part) {
        return percentile(part).toNanos() / 1e6;
    }

    /** Median and 99th percentile in milliseconds. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1f / %.1f", millis(0.5), millis(0.99));
    }
}
