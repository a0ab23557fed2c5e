package ft.transcendence.platform.load;

import ft.transcendence.platform.benchmark.CpuTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Measures which part of the machine other programs use, on Linux. They slow down what is measured, and make it cost more. */
final class MachineMeter {

    private static final Path STAT = Path.of("/proc/stat");

    // positions in the first line of /proc/stat; see proc(5)
    private static final int IDLE = 3;
    private static final int WAITING_FOR_IO = 4;
    private static final int STOLEN = 7;

    private Duration measured = Duration.ZERO;
    private Duration busy = Duration.ZERO;
    private Duration total = Duration.ZERO;
    private Optional<Reading> begin = Optional.empty();

    /**
     * The CPU time of all CPUs since the machine started.
     *
     * @param busy the time in which they worked
     * @param total that time, and the time in which they were idle
     * @param own the time that this program used
     */
    record Reading(Duration busy, Duration total, Duration own) {

        /** Reads the first line of {@code /proc/stat}. */
        static Reading parse(String stat, Duration own) {
            long[] ticks = Stream.of(stat.lines().findFirst().orElseThrow().split(" +", -1))
                    .skip(1)
                    .mapToLong(Long::parseLong)
                    .limit(STOLEN + 1)
                    .toArray();
            long total = 0;
            for (long each : ticks) {
                total += each;
            }
            long busy = total - ticks[IDLE] - ticks[WAITING_FOR_IO];
            return new Reading(
                    Duration.ofNanos(busy * CpuTime.NANOS_PER_TICK),
                    Duration.ofNanos(total * CpuTime.NANOS_PER_TICK),
                    own);
        }
    }

    void start() {
        begin = read();
    }

    /**
     * Ends what {@link #start} began.
     *
     * @param platform the CPU time that the platform used meanwhile
     */
    void stop(Duration platform) {
        Optional<Reading> end = read();
        if (begin.isPresent() && end.isPresent()) {
            add(begin.get(), end.get(), platform);
        }
    }

    void add(Reading from, Reading to, Duration platform) {
        measured = measured.plus(platform).plus(to.own().minus(from.own()));
        busy = busy.plus(to.busy().minus(from.busy()));
        total = total.plus(to.total().minus(from.total()));
    }

    /** The percentage of the CPU time of all CPUs that other programs used; empty if unknown. */
    Optional<Double> othersPercent() {
        return total.isZero()
                ? Optional.empty()
                : Optional.of(Math.max(0, 100.0 * busy.minus(measured).toNanos() / total.toNanos()));
    }

    private static Optional<Reading> read() {
        try {
            return Optional.of(Reading.parse(Files.readString(STAT), CpuTime.of(ProcessHandle.current())));
        } catch (IOException notLinux) {
            return Optional.empty();
        }
    }
}
