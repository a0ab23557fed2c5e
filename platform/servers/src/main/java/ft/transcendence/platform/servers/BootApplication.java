package ft.transcendence.platform.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;

/**
 * A Spring Boot application unpacked for a fast start: its libraries are beside its jar, as ahead-of-time caches require.
 */
public final class BootApplication {

    private final String name;
    private final Path folder;
    private final Path jar;

    private BootApplication(String name, Path folder, Path jar) {
        this.name = name;
        this.folder = folder;
        this.jar = jar;
    }

    /** Unpacks an executable jar, once per build. */
    public static BootApplication prepare(Workspace workspace, String name, Path executableJar) {
        Path versions = workspace.cache().resolve("applications").resolve(name);
        Path folder = versions.resolve(version(executableJar)).toAbsolutePath();
        if (Files.notExists(folder)) {
            deleteOlder(versions);
        }
        Archives.unpackOnce(folder, target -> extract(name, executableJar, target));
        return new BootApplication(name, folder, folder.resolve("content").resolve(executableJar.getFileName()));
    }

    /** Returns the command that runs the application with {@code program}'s options and its cache. */
    public List<String> command(JavaProgram program, AotCaches caches) {
        return program.cached(caches, folder.resolve(name)).run(jar, List.of());
    }

    private static void extract(String name, Path executableJar, Path target) {
        List<String> command = JavaProgram.withHeap(128)
                .option("-Djarmode=tools")
                .run(
                        executableJar,
                        List.of(
                                "extract",
                                "--destination",
                                target.resolve("content").toString()));
        Distribution.runToEnd(name, command, Map.of(), target.resolve("extract.log"));
    }

    /** A hash of the content: reproducible builds give every jar the same timestamp, and many the same size. */
    private static String version(Path executableJar) {
        try (ZipFile jar = new ZipFile(executableJar.toFile())) {
            long hash = jar.stream()
                    .mapToLong(entry -> 31L * entry.getName().hashCode() + entry.getCrc())
                    .reduce(17, (left, right) -> 31 * left + right);
            return Long.toHexString(hash);
        } catch (IOException failure) {
            throw new UncheckedIOException("Could not read " + executableJar, failure);
        }
    }

    private static void deleteOlder(Path versions) {
        for (Path old : Distribution.list(versions)) {
            try {
                Archives.delete(old);
            } catch (IOException failure) {
                throw new UncheckedIOException("Could not delete " + old, failure);
            }
        }
    }
}
