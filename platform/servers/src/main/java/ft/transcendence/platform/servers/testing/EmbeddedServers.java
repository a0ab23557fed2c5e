package ft.transcendence.platform.servers.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The local server processes of this JVM. They are stopped in reverse order when the JVM exits, and their data is deleted. */
final class EmbeddedServers {

    private static final Deque<Runnable> RUNNING = new ArrayDeque<>();
    private static final Thread HOOK = new Thread(EmbeddedServers::stopAll, "stop test servers");

    static {
        Runtime.getRuntime().addShutdownHook(HOOK);
    }

    private EmbeddedServers() {}

    /** Runs {@code stop} when the JVM exits; the build kills a JVM that takes longer than 30 seconds for all of them. */
    static synchronized void stopWithJvm(Runnable stop) {
        RUNNING.push(stop);
    }

    /** Lets {@code atTheEnd} decide when the servers stop, instead of running concurrently with all other shutdown hooks. */
    static void stopBy(Consumer<Runnable> atTheEnd) {
        if (Runtime.getRuntime().removeShutdownHook(HOOK)) {
            atTheEnd.accept(EmbeddedServers::stopAll);
        }
    }

    private static synchronized void stopAll() {
        RUNNING.forEach(Runnable::run);
        deleteData(TestServers.folder());
    }

    private static void deleteData(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Could not delete " + folder, failure);
        }
    }
}
