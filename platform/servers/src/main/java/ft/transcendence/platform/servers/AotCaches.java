package ft.transcendence.platform.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ahead-of-time caches of the Java programs that one process starts: their classes, loaded and linked (JEP 483), and the profiles of their
 * methods (JEP 515).
 *
 * <p>A program whose cache exists starts with it. A program without one can record what it does. The recording is written when the program
 * exits, and {@link Recording#assemble} makes the cache of it. Without either, an archive of its classes serves, which the JVM writes itself
 * at the first clean exit.
 */
public final class AotCaches {

    /** What happens to programs whose cache does not exist. */
    public enum Missing {
        /** They start without a cache. */
        DO_WITHOUT,
        /** They record what they do, which slows their exit down by some seconds. */
        RECORD
    }

    private static final String RECORD = "-XX:AOTMode=record";

    private final Missing missing;
    private final Map<Path, Recording> recordings = new LinkedHashMap<>();

    /** Creates an empty list of recordings. */
    public AotCaches(Missing missing) {
        this.missing = missing;
    }

    /** Only uses caches that exist. */
    public static AotCaches existing() {
        return new AotCaches(Missing.DO_WITHOUT);
    }

    /** The programs that have been started with a recording, in the order of their starts. */
    public synchronized List<Recording> recordings() {
        return List.copyOf(recordings.values());
    }

    static boolean isRecording(List<String> command) {
        return command.contains(RECORD);
    }

    /** Returns the JVM options for the cache of {@code program}. */
    synchronized List<String> options(CachedProgram program) {
        Path cache = program.cache();
        if (Files.exists(cache)) {
            return List.of(
                    "-XX:AOTCache=" + cache,
                    // at the address it was made for: relocating it would make private copies of all its pages
                    "-XX:+UnlockDiagnosticVMOptions",
                    "-XX:ArchiveRelocationMode=0",
                    "-Xlog:aot*=off",
                    "-Xlog:cds*=off");
        }
        // a restarted part must not replace what it recorded before
        if (missing == Missing.RECORD && !recordings.containsKey(cache)) {
            Recording recording = new Recording(program);
            recordings.put(cache, recording);
            return recording.options();
        }
        return List.of(
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + program.archive(),
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off");
    }

    /** What one program does in its training, from which a cache can be assembled after its exit. */
    public static final class Recording {

        private final CachedProgram program;
        private final Path configuration;

        private Recording(CachedProgram program) {
            this.program = program;
            this.configuration = program.cache().resolveSibling(program.cache().getFileName() + ".recording");
        }

        /** The program's name. */
        public String name() {
            return program.name();
        }

        private List<String> options() {
            return List.of(RECORD, "-XX:AOTConfiguration=" + configuration, "-Xlog:aot*=off", "-Xlog:cds*=off");
        }

        /**
         * Makes the cache, and deletes the caches of earlier versions of the program.
         *
         * @return its size in bytes; nothing when the program did not exit cleanly and therefore recorded nothing
         * @throws ServerStartException when the JVM refuses
         */
        public Optional<Long> assemble() {
            if (Files.notExists(configuration)) {
                return Optional.empty();
            }
            try {
                Path cache = program.cache();
                Path partial = cache.resolveSibling(cache.getFileName() + ".partial");
                Distribution.runToEnd(
                        "the cache of " + name(),
                        program.command(List.of(
                                "-XX:AOTMode=create",
                                "-XX:AOTConfiguration=" + configuration,
                                "-XX:AOTCache=" + partial)),
                        Map.of(),
                        cache.resolveSibling(cache.getFileName() + ".log"));
                program.deleteEarlier();
                Files.move(partial, cache);
                return Optional.of(Files.size(cache));
            } catch (IOException failure) {
                throw new UncheckedIOException("Could not store the cache of " + name(), failure);
            } finally {
                discard();
            }
        }

        /** Deletes what was recorded. */
        public void discard() {
            try {
                Files.deleteIfExists(configuration);
            } catch (IOException failure) {
                throw new UncheckedIOException("Could not delete " + configuration, failure);
            }
        }
    }

    /**
     * A program and what its cache depends on. The JVM ignores a cache that was made by another JVM or with other options that matter, and is
     * slow again without a word. Of the jars it compares times and sizes at most, which builds can share, and then executes the classes
     * that the cache was made of. Therefore the name of the cache contains a hash of all of them.
     *
     * @param base the path of its caches, without their suffixes
     * @param java the JVM's executable
     * @param options the options of the JVM
     * @param classpath the jars, in their order
     */
    record CachedProgram(Path base, Path java, List<String> options, String classpath, List<Path> jars) {

        CachedProgram {
            options = List.copyOf(options);
            jars = List.copyOf(jars);
        }

        String name() {
            return base.getFileName().toString();
        }

        Path cache() {
            return base.resolveSibling(name() + "-" + Integer.toHexString(version()) + ".aot");
        }

        Path archive() {
            return base.resolveSibling(name() + ".jsa");
        }

        List<String> command(List<String> additional) {
            List<String> command = new ArrayList<>(List.of(java.toString()));
            command.addAll(options);
            command.addAll(additional);
            command.add("-cp");
            command.add(classpath);
            return command;
        }

        private int version() {
            try {
                List<Object> everything =
                        new ArrayList<>(List.of(Runtime.version().toString()));
                // the sizes of memory and system properties do not matter
                options.stream()
                        .filter(option -> !option.startsWith("-Xm") && !option.startsWith("-D"))
                        .forEach(everything::add);
                for (Path jar : jars) {
                    everything.add(jar.getFileName().toString());
                    everything.add(Files.size(jar));
                    everything.add(Files.getLastModifiedTime(jar).toMillis());
                }
                return everything.hashCode();
            } catch (IOException failure) {
                throw new UncheckedIOException("Could not read the libraries of " + name(), failure);
            }
        }

        private void deleteEarlier() throws IOException {
            for (Path file : Distribution.list(base.toAbsolutePath().resolveSibling(""))) {
                if (file.getFileName().toString().matches(name() + "-[0-9a-f]+\\.aot")) {
                    Files.delete(file);
                }
            }
        }
    }
}
