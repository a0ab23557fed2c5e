package ft.transcendence.platform.launcher;

import ft.transcendence.platform.servers.ServerProcess;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;

/**
 * Which processes a platform consists of, written beside its data so that other commands find them. A process id alone may be given to
 * a stranger after a crash, so each stands with the moment its process began.
 */
public final class Running {

    private static final String LAUNCHER = "launcher";
    private static final String READY = "ready";

    private final Path file;
    private final Properties entries;

    private Running(Path file, Properties entries) {
        this.file = file;
        this.entries = entries;
    }

    /** Reads what the last {@code up} wrote; nothing runs when it wrote nothing. */
    public static Running read(Home home) {
        Properties entries = new Properties();
        if (Files.exists(home.running())) {
            try (Reader reader = Files.newBufferedReader(home.running())) {
                entries.load(reader);
            } catch (IOException failure) {
                throw new UncheckedIOException("Could not read " + home.running(), failure);
            }
        }
        return new Running(home.running(), entries);
    }

    /** Begins the record of a platform that this process launches. */
    static Running begin(Home home) {
        Running running = new Running(home.running(), new Properties());
        running.put(LAUNCHER, ProcessHandle.current());
        return running;
    }

    synchronized void add(ServerProcess process) {
        ProcessHandle.of(process.pid()).ifPresent(handle -> put(process.name(), handle));
    }

    synchronized void markReady() {
        entries.setProperty(READY, "true");
        write();
    }

    synchronized void end() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("Could not delete " + file, failure);
        }
    }

    /** The process that launched the platform, when it still runs. */
    Optional<ProcessHandle> launcher() {
        return handle(LAUNCHER);
    }

    /** Whether all parts had become ready. */
    public boolean isReady() {
        return entries.containsKey(READY);
    }

    /** The parts that still run, by name. */
    public Map<String, ProcessHandle> parts() {
        Map<String, ProcessHandle> parts = new LinkedHashMap<>();
        for (String name : new TreeSet<>(entries.stringPropertyNames())) {
            if (!name.equals(LAUNCHER) && !name.equals(READY)) {
                handle(name).ifPresent(process -> parts.put(name, process));
            }
        }
        return parts;
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
        write();
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
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
