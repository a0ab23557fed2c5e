package ft.transcendence.platform.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The logs of a platform's parts, searched for what must not be in them. */
final class ServerLogs {

    /** A header and a body, encoded: every token of Keycloak's, with or without its signature. */
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]{10,}\\.eyJ[\\w-]{10,}");

    private final Path folder;

    ServerLogs(Path folder) {
        this.folder = folder;
    }

    /** The places, as file and line, of tokens and of these secrets; what stands there is not repeated. */
    List<String> leaks(Collection<String> secrets) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().flatMap(file -> leaks(file, secrets)).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stream<String> leaks(Path file, Collection<String> secrets) {
        try {
            // not every byte a server prints is UTF-8
            List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
            return IntStream.range(0, lines.size())
                    .filter(index -> isLeak(lines.get(index), secrets))
                    .mapToObj(index -> file.getFileName() + ":" + (index + 1));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isLeak(String line, Collection<String> secrets) {
        return TOKEN.matcher(line).find() || secrets.stream().anyMatch(line::contains);
    }
}
