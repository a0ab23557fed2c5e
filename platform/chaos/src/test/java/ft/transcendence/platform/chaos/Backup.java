package ft.transcendence.platform.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A physical backup of a running PostgreSQL server, by PostgreSQL's low-level backup commands: a copy of the data directory, and the
 * write-ahead log that makes it consistent. docs/operating.md has the same commands.
 *
 * @param archive the tar file
 */
record Backup(Path archive) {

    /** The copy need not be of one moment: what changes meanwhile is in the log. */
    private static final int SOME_FILES_CHANGED = 1;

    /** @param data the server's data directory */
    static Backup of(Database database, Path data, Path archive) {
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("SELECT pg_backup_start('transcendence', fast => true)");
            tar(
                    "--create",
                    "--file=" + archive,
                    "--directory=" + data,
                    "--exclude=./pg_wal/*",
                    "--exclude=./postmaster.*",
                    ".");
            Path label = Files.createTempDirectory("backup").resolve("backup_label");
            try (var stopped =
                    statement.executeQuery("SELECT labelfile FROM pg_backup_stop(wait_for_archive => false)")) {
                stopped.next();
                Files.writeString(label, stopped.getString(1));
            }
            tar("--append", "--file=" + archive, "--directory=" + label.getParent(), "./backup_label");
            tar("--append", "--file=" + archive, "--directory=" + data, "./pg_wal");
            return new Backup(archive);
        } catch (SQLException failure) {
            throw new IllegalStateException("Could not back up " + database.url(), failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Creates a data directory, with which a server can start. */
    void restoreTo(Path data) {
        try {
            Files.createDirectories(data);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        tar("--extract", "--file=" + archive, "--directory=" + data, "--preserve-permissions");
    }

    private static void tar(String... arguments) {
        List<String> command = new ArrayList<>(List.of("tar"));
        command.addAll(List.of(arguments));
        try {
            int status = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (status > SOME_FILES_CHANGED) {
                throw new IllegalStateException(String.join(" ", command) + " failed with status " + status);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
