package ft.transcendence.platform.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Inspects and ends processes that this JVM did not start. */
final class Processes {

    private static final Duration GRACE = Duration.ofSeconds(20);

    private Processes() {}

    /** Terminates a process, kills it if it does not stop, and returns when it has exited. */
    static void end(ProcessHandle process) {
        process.destroy();
        if (!waitFor(process, GRACE)) {
            process.destroyForcibly();
            waitFor(process, GRACE);
        }
    }

    /** Returns whether the process exits within {@code atMost}. */
    static boolean waitFor(ProcessHandle process, Duration atMost) {
        try {
            process.onExit().get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillRunning) {
            return false;
        } catch (ExecutionException failure) {
            throw new IllegalStateException("Could not wait for process " + process.pid(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Resident memory of a process and its children in MiB; 0 if unknown. */
    static long residentMebibytes(ProcessHandle process) {
        List<ProcessHandle> all =
                Stream.concat(Stream.of(process), process.descendants()).toList();
        String ids = all.stream().map(each -> Long.toString(each.pid())).collect(Collectors.joining(","));
        try {
            Process list = new ProcessBuilder("ps", "-o", "rss=", "-p", ids).start();
            try (BufferedReader lines = list.inputReader()) {
                return lines.lines()
                                .map(String::strip)
                                .mapToLong(Long::parseLong)
                                .sum()
                        / 1024;
            }
        } catch (IOException noPs) {
            return 0;
        }
    }
}
