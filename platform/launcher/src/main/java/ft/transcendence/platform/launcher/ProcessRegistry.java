package ft.transcendence.platform.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The processes of a platform and their states, in a file that other commands read. After a crash the operating system may reuse a process
 * id, so each is stored with the start time of its process. Without a running launcher the platform counts as not running, whatever the
 * file says.
 */
public final class ProcessRegistry {

    private static final String LAUNCHER = "launcher";
    private static final String READY = "ready";
    private static final String STOPPING = "stopping";

    // suffixes of a part's name
    private static final String STATE = ".state";
    private static final String RESTARTS = ".restarts";
    private static final String LAST_END = ".last-end";

    private final Path file;
    private final Properties entries;
    /** Prevents a second launcher while this process lives; null in commands that only read. */
    @SuppressWarnings({"unused", "FieldCanBeLocal"})
    private final @Nullable FileLock lock;

    private ProcessRegistry(Path file, Properties entries, @Nullable FileLock lock) {
        this.file = file;
        this.entries = entries;
        this.lock = lock;
    }

    /** Reads the registry; it is empty if {@code up} has not written one. */
    public static ProcessRegistry read(Home home) {
        Properties entries = new Properties();
        if (Files.exists(home.running())) {
            try (Reader reader = Files.newBufferedReader(home.running())) {
                entries.load(reader);
            } catch (IOException failure) {
                throw new UncheckedIOException("Could not read " + home.running(), failure);
            }
        }
        return new ProcessRegistry(home.running(), entries, null);
    }

    /**
     * Creates the registry of a platform that this process launches.
     *
     * @throws PlatformException when another process is launching the same platform
     */
    static ProcessRegistry begin(Home home) {
        ProcessRegistry registry = new ProcessRegistry(home.running(), new Properties(), lock(home));
        registry.put(LAUNCHER, ProcessHandle.current());
        registry.write();
        return registry;
    }

    synchronized void update(PartReport part) {
        String name = part.name();
        entries.remove(name);
        part.process().ifPresent(process -> put(name, process));
        entries.setProperty(name + STATE, part.state().name());
        entries.setProperty(name + RESTARTS, Integer.toString(part.restarts()));
        entries.setProperty(name + LAST_END, part.lastEnd());
        write();
    }

    synchronized void markReady() {
        entries.setProperty(READY, "true");
        write();
    }

    synchronized void markStopping() {
        entries.setProperty(STOPPING, "true");
        write();
    }

    synchronized void end() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("Could not delete " + file, failure);
        }
    }

    /** The process that launched the platform, if it is still running. */
    Optional<ProcessHandle> launcher() {
        return handle(LAUNCHER);
    }

    /** The state of the platform as a whole. */
    PlatformState state() {
        if (launcher().isEmpty()) {
            return PlatformState.NOT_RUNNING;
        }
        if (entries.containsKey(STOPPING)) {
            return PlatformState.STOPPING;
        }
        if (!entries.containsKey(READY)) {
            return PlatformState.STARTING;
        }
        boolean complete = reports().stream().allMatch(part -> part.state() == PartState.READY);
        return complete ? PlatformState.READY : PlatformState.DEGRADED;
    }

    /** Whether every part is ready. */
    public boolean isReady() {
        return state() == PlatformState.READY;
    }

    boolean hasGivenUpPart() {
        return reports().stream().anyMatch(part -> part.state() == PartState.GIVEN_UP);
    }

    /** Whether the launcher exited without stopping the platform. */
    boolean isLeftOver() {
        return launcher().isEmpty() && entries.containsKey(LAUNCHER);
    }

    /** The running parts, by name. */
    public Map<String, ProcessHandle> parts() {
        Map<String, ProcessHandle> parts = new LinkedHashMap<>();
        for (PartReport report : reports()) {
            report.process().ifPresent(process -> parts.put(report.name(), process));
        }
        return parts;
    }

    /** The last reported status of each part, sorted by name. */
    List<PartReport> reports() {
        List<PartReport> reports = new ArrayList<>();
        for (String key : new TreeSet<>(entries.stringPropertyNames())) {
            if (key.endsWith(STATE)) {
                String name = key.substring(0, key.length() - STATE.length());
                reports.add(new PartReport(
                        name,
                        PartState.valueOf(entries.getProperty(key)),
                        handle(name),
                        Integer.parseInt(entries.getProperty(name + RESTARTS, "0")),
                        entries.getProperty(name + LAST_END, "")));
            }
        }
        return reports;
    }

    private Optional<ProcessHandle> handle(String name) {
        String[] idAndStart = entries.getProperty(name, "").split("@", -1);
        if (idAndStart.length != 2) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(idAndStart[0]))
                .filter(ProcessHandle::isAlive)
                .filter(process -> startOf(process).equals(idAndStart[1]));
    }

    private void put(String name, ProcessHandle process) {
        entries.setProperty(name, process.pid() + "@" + startOf(process));
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }

    private static FileLock lock(Home home) {
        try {
            Files.createDirectories(home.folder());
            FileChannel channel = FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException thisProcess) {
            // the same as if another process held it
        } catch (IOException failure) {
            throw new UncheckedIOException("Could not lock " + home.lock(), failure);
        }
        throw new PlatformException(
                "Another ./transcend up is starting or running this platform. Wait for it, or run ./transcend down first.");
    }

    private void write() {
        try {
            Files.createDirectories(file.getParent());
            Path draft = file.resolveSibling(file.getFileName() + ".draft");
            try (Writer writer = Files.newBufferedWriter(draft)) {
                entries.store(writer, null);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException("Could not write " + file, failure);
        }
    }
}
