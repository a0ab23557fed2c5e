package ft.transcendence.schemacheck.maven;

import ft.transcendence.schemacheck.finding.CheckException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes files into folders that may not exist yet. */
final class ReportFiles {
    private ReportFiles() {}

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new CheckException(file + ": the file cannot be written: " + failed);
        }
    }
}
