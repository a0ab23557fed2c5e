package ft.transcendence.platform.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * The CPU time of a process and its children. On Linux it includes children that have exited, such as closed connections of PostgreSQL,
 * whose time would otherwise vanish between two readings.
 */
public final class CpuTime {

    /** Fixed by Linux for programs, whatever the kernel's own timer. */
    public static final long NANOS_PER_TICK = 10_000_000;

    // positions after the program's name, which can contain spaces; see proc(5)
    private static final int USER = 11;
    private static final int LAST = 14;

    private CpuTime() {}

    public static Duration of(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .map(CpuTime::ofOne)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration ofOne(ProcessHandle process) {
        try {
            return parse(Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat")));
        } catch (IOException notLinux) {
            return process.info().totalCpuDuration().orElse(Duration.ZERO);
        }
    }

    /** The CPU time in user and kernel mode, with that of children that have exited, from a line of {@code /proc/PID/stat}. */
    static Duration parse(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        long ticks = 0;
        for (int field = USER; field <= LAST; field++) {
            ticks += Long.parseLong(fields[field]);
        }
        return Duration.ofNanos(ticks * NANOS_PER_TICK);
    }
}
