package ft.transcendence.platform.launcher;

import ft.transcendence.platform.servers.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The folder with everything that one platform stores on disk.
 *
 * @param folder {@code .transcend/PORT} in the checkout, for a platform that keeps its data
 */
public record Home(Path folder) {

    static Home of(Workspace workspace, Ports ports) {
        return new Home(workspace.root().resolve(".transcend").resolve(Integer.toString(ports.base())));
    }

    /** The folder of the platform that only exists while the caches of container images are trained. */
    static Home ofTraining(Workspace workspace) {
        return new Home(workspace.root().resolve(".transcend/training"));
    }

    Path data(String part) {
        return folder.resolve("data").resolve(part);
    }

    Path logs() {
        return folder.resolve("logs");
    }

    public Path log(String part) {
        return logs().resolve(part + ".log");
    }

    public Path secrets() {
        return folder.resolve("secrets.properties");
    }

    Path running() {
        return folder.resolve("running.properties");
    }

    /** Locked by the launcher for as long as it lives. */
    Path lock() {
        return folder.resolve("launcher.lock");
    }

    /** Where commands leave requests for the launcher. */
    Path requests() {
        return folder.resolve("requests");
    }

    /** Exists once the demo data is complete. */
    Path seeded() {
        return folder.resolve("data/seeded");
    }

    /** Starts a new log for a part and keeps the previous one beside it. */
    Path newLog(String part) {
        Path log = log(part);
        try {
            Files.createDirectories(logs());
            if (Files.exists(log)) {
                Files.move(log, logs().resolve(part + ".previous.log"), StandardCopyOption.REPLACE_EXISTING);
            }
            return log;
        } catch (IOException failure) {
            throw new UncheckedIOException("Could not start the log " + log, failure);
        }
    }

    /** Deletes everything. */
    void delete() {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Could not delete " + folder, failure);
        }
    }
}
