package ft.transcendence.platform.load.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Records a running JVM with JDK Flight Recorder, through {@code jcmd}. */
public final class FlightRecorder {

    private static final String NAME = "name=load";

    /** Stacks of Spring applications are deeper than the default of 64 frames. */
    private static final String STACK_DEPTH = "stackdepth=512";

    private final long pid;

    private FlightRecorder(long pid) {
        this.pid = pid;
    }

    /** Whether a process, or its only child, is a JVM. */
    public static boolean isJvm(ProcessHandle process) {
        return jvms(process).findFirst().isPresent();
    }

    /** Starts recording a JVM. */
    public static FlightRecorder start(ProcessHandle process) {
        FlightRecorder recorder =
                new FlightRecorder(jvms(process).findFirst().orElseThrow().pid());
        // fails if the JVM has recorded before, and then the depth is already set
        recorder.run(true, "JFR.configure", STACK_DEPTH);
        recorder.run(
                false,
                "JFR.start",
                NAME,
                "settings=profile",
                "jdk.CPUTimeSample#enabled=true",
                "jdk.CPUTimeSample#throttle=10ms");
        return recorder;
    }

    /** Writes the recording to a file and ends it. */
    public void stop(Path file) {
        run(false, "JFR.dump", NAME, "filename=" + file.toAbsolutePath());
        run(false, "JFR.stop", NAME);
    }

    private static Stream<ProcessHandle> jvms(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.children())
                .filter(each -> each.info().command().orElse("").endsWith("/java"));
    }

    private void run(boolean mayFail, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        command.add(Long.toString(pid));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            // jcmd returns 0 also when the command fails in the JVM
            boolean failed = process.waitFor() != 0 || output.contains("Exception") || output.contains("Could not");
            if (failed && !mayFail) {
                throw new IllegalStateException(String.join(" ", command) + " failed: " + output);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Could not run " + command.getFirst(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for jcmd", interrupted);
        }
    }
}
