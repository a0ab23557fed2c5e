package ft.transcendence.platform.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Searches the logs of a platform's parts for content that must not be there. */
final class ServerLogs {

    /** An encoded header and body, as in every token of Keycloak, with or without signature. */
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]{10,}\\.eyJ[\\w-]{10,}");

    /** A log line above INFO, or a warning that Java prints on start. */
    private static final Pattern COMPLAINT = Pattern.compile("^[\\d:.,TZ -]+ +(WARN|ERROR|FATAL) .*|^WARNING: .*");

    /** Messages of third parties during start that we cannot fix. */
    private static final Pattern KNOWN = Pattern.compile(
            // features that Keycloak enables itself
            "Deprecated features .* enabled by default"
                    // on the very first start, its consumer runs before the other subgraph has created the topic
                    + "|UNKNOWN_TOPIC_OR_PARTITION");

    private static final List<String> OF_CLEAN_PARTS =
            List.of("gateway.log", "users-subgraph.log", "matches-subgraph.log", "keycloak.log", "fake-42.log");

    private final Path folder;

    ServerLogs(Path folder) {
        this.folder = folder;
    }

    /** The positions, as file and line, of tokens and of these secrets, without their text. */
    List<String> leaks(Collection<String> secrets) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().flatMap(file -> leaks(file, secrets)).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The lines that contain one of these texts, ignoring case. */
    List<Finding> traces(Collection<String> texts) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted()
                    .flatMap(file -> lines(file).stream()
                            .filter(line -> texts.stream().anyMatch(text -> containsIgnoreCase(line, text)))
                            .map(line -> new Finding(String.valueOf(file.getFileName()), line)))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean containsIgnoreCase(String line, String text) {
        return line.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    /** The current number of lines of each log. */
    Map<String, Integer> lengths() {
        return OF_CLEAN_PARTS.stream().collect(Collectors.toMap(Function.identity(), name -> lines(folder.resolve(name))
                .size()));
    }

    /** The warnings and errors of our applications and Keycloak after these lines, each with its log. */
    List<String> warningsAfter(Map<String, Integer> lengths) {
        return OF_CLEAN_PARTS.stream()
                .flatMap(name -> lines(folder.resolve(name)).stream()
                        .skip(lengths.getOrDefault(name, 0))
                        .filter(line -> COMPLAINT.matcher(line).matches())
                        .filter(line -> !KNOWN.matcher(line).find())
                        .map(line -> name + ": " + line))
                .toList();
    }

    private static Stream<String> leaks(Path file, Collection<String> secrets) {
        List<String> lines = lines(file);
        return IntStream.range(0, lines.size())
                .filter(index -> isLeak(lines.get(index), secrets))
                .mapToObj(index -> file.getFileName() + ":" + (index + 1));
    }

    private static List<String> lines(Path file) {
        try {
            // server output is not always valid UTF-8
            return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.ISO_8859_1) : List.of();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isLeak(String line, Collection<String> secrets) {
        return TOKEN.matcher(line).find() || secrets.stream().anyMatch(line::contains);
    }
}
