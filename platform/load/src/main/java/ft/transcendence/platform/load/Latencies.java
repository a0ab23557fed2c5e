package ft.transcendence.platform.load;

import java.time.Duration;
import java.util.Arrays;

/**
 * How long requests took.
 *
 * @param sortedNanos each of them, the shortest first
 */
record Latencies(long[] sortedNanos) {

    Latencies {
        Arrays.sort(sortedNanos);
    }

    int count() {
        return sortedNanos.length;
    }

    /** What this part of them, such as 0.99, did not exceed; nothing when there are none. */
    Duration percentile(double part) {
        if (sortedNanos.length == 0) {
            return Duration.ZERO;
        }
        int index = (int) Math.ceil(part * sortedNanos.length) - 1;
        return Duration.ofNanos(sortedNanos[Math.max(0, index)]);
    }

    /** Median and 99th percentile in milliseconds. */
    @Override
    public String toString() {
        return "%.1f / %.1f"
                .formatted(percentile(0.5).toNanos() / 1e6, percentile(0.99).toNanos() / 1e6);
    }
}
