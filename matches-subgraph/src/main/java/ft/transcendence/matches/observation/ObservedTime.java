package ft.transcendence.matches.observation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * The time before a moment in which at least one instance observed that the service was healthy. Whatever is longer ago
 * than observations are kept counts as observed, so that every duration has passed some time.
 *
 * @param now the moment
 * @param horizon before this, all time counts
 * @param stretches what each instance observed, in any order; they may overlap, and end after the moment if a clock was
 *     set back
 */
public record ObservedTime(Instant now, Instant horizon, List<Stretch> stretches) {

    public ObservedTime {
        stretches = List.copyOf(stretches);
    }

    /** A stretch of time without interruption. */
    public record Stretch(Instant beganAt, Instant endedAt) {}

    /** The latest instant since which at least this much time was observed. */
    public Instant latestBefore(Duration duration) {
        Duration missing = duration;
        Instant counted = now;
        for (Stretch stretch : latestFirst()) {
            Instant end = earlier(stretch.endedAt(), counted);
            Instant begin = later(stretch.beganAt(), horizon);
            if (!begin.isBefore(end)) {
                continue;
            }
            Duration length = Duration.between(begin, end);
            if (length.compareTo(missing) >= 0) {
                return end.minus(missing);
            }
            missing = missing.minus(length);
            counted = begin;
        }
        return horizon.minus(missing);
    }

    private List<Stretch> latestFirst() {
        return stretches.stream()
                .sorted(Comparator.comparing(Stretch::endedAt).reversed())
                .toList();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
