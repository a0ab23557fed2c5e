package ft.transcendence.platform.servers;

import ft.transcendence.platform.servers.ProcessSpec.StopSignal;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A running child process.
 *
 * <p>It has a session of its own if the system has {@code setsid}, so that Ctrl-C in a terminal only reaches the parent,
 * which then stops its children in order. It stops with the parent even if the parent is killed (see {@link OrphanGuard}).
 * It inherits only {@link #INHERITED} from the parent's environment: a stray {@code SPRING_…} or {@code KC_…} variable in a
 * user's shell must not change the platform.
 */
public final class ServerProcess implements AutoCloseable {

    private static final Set<String> INHERITED =
            Set.of("PATH", "HOME", "USER", "LANG", "LC_ALL", "TMPDIR", "TZ", "XDG_RUNTIME_DIR");
    private static final boolean HAS_SETSID = onPath("setsid");
    /** The exit status of Java with {@link JavaProgram#EXIT_WHEN_OUT_OF_MEMORY}. */
    private static final int OUT_OF_MEMORY_STATUS = 3;
    /** Added to a signal's number by the JDK and by shells. */
    private static final int SIGNAL_BASE = 128;

    private static final Duration GRACE = Duration.ofSeconds(30);
    /** Writing a recording takes five seconds, and much longer on a busy machine. */
    private static final Duration GRACE_OF_RECORDING = Duration.ofMinutes(3);

    private final ProcessSpec spec;
    private final Process process;

    private ServerProcess(ProcessSpec spec, Process process) {
        this.spec = spec;
        this.process = process;
    }

    /**
     * Starts the process and returns immediately.
     *
     * @throws UncheckedIOException when the program cannot be executed
     */
    public static ServerProcess start(ProcessSpec spec) {
        List<String> command = new ArrayList<>();
        if (HAS_SETSID) {
            command.add("setsid");
        }
        command.addAll(spec.command());
        try {
            Files.createDirectories(spec.log().toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectInput(Redirect.from(new File("/dev/null")))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(spec.log().toFile()));
            setEnvironment(builder.environment(), spec.environment());
            Process process = builder.start();
            OrphanGuard.shared().watch(process, spec.stopSignal());
            return new ServerProcess(spec, process);
        } catch (IOException failure) {
            throw new UncheckedIOException("Could not start " + spec.name(), failure);
        }
    }

    /** The name in messages. */
    public String name() {
        return spec.name();
    }

    /** The file with its output. */
    public Path log() {
        return spec.log();
    }

    /** The operating system's process id. */
    public long pid() {
        return process.pid();
    }

    /** Whether it is still running. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Runs {@code action} when the process exits, or immediately if it already has. */
    public void whenEnded(Runnable action) {
        process.onExit().thenRun(action);
    }

    /** Describes how the process exited, such as "was killed by signal 9". */
    public String exitReason() {
        int status = process.exitValue();
        if (status == OUT_OF_MEMORY_STATUS && LogTail.of(spec.log(), 20).contains("java.lang.OutOfMemoryError")) {
            return "ran out of memory";
        }
        return status > SIGNAL_BASE ? "was killed by signal " + (status - SIGNAL_BASE) : "exited with status " + status;
    }

    /** Stops the process, and kills it if it has not exited after 30 seconds, or three minutes if it {@linkplain AotCaches records}. */
    @Override
    public void close() {
        if (!process.isAlive()) {
            return;
        }
        signal(spec.stopSignal());
        if (!waitFor(AotCaches.isRecording(spec.command()) ? GRACE_OF_RECORDING : GRACE)) {
            kill();
        }
    }

    /** Kills the process, as a crash would, and waits until it has exited. */
    public void kill() {
        process.destroyForcibly();
        waitFor(GRACE);
    }

    /** Waits until the process exits and returns its status. */
    int waitForEnd() {
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroy();
            throw new IllegalStateException("interrupted while " + spec.name() + " ran", interrupted);
        }
    }

    private boolean waitFor(Duration atMost) {
        try {
            return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void signal(StopSignal signal) {
        if (signal == StopSignal.TERM) {
            process.destroy();
            return;
        }
        try {
            int status = new ProcessBuilder("kill", "-" + signal, Long.toString(pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (status != 0) {
                process.destroy();
            }
        } catch (IOException failure) {
            process.destroy();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void setEnvironment(Map<String, String> target, Map<String, String> additions) {
        target.keySet().retainAll(INHERITED);
        target.putAll(additions);
    }

    private static boolean onPath(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        for (String folder : path.split(File.pathSeparator, -1)) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }
}
