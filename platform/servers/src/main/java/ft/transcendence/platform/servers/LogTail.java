package ft.transcendence.platform.servers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The last lines of a log file. */
final class LogTail {

    private LogTail() {}

    /** Returns the last lines of {@code log}, at most {@code lines}; empty if it cannot be read. */
    static String of(Path log, int lines) {
        try {
            // Latin-1 accepts any byte: a log can end in the middle of a character
            List<String> all = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
            return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException unreadable) {
            return "";
        }
    }
}
