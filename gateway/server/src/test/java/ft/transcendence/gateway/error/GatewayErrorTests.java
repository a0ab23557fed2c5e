package ft.transcendence.gateway.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GatewayErrorTests {
    private static final List<Path> SOURCES = List.of(Path.of("src/main/java"), Path.of("../runtime/src/main/java"));
    private static final Pattern ROW = Pattern.compile("^  \\| (`[A-Z_]+`[^|]*)\\|", Pattern.MULTILINE);
    private static final Pattern DOCUMENTED_CODE = Pattern.compile("`([A-Z_]+)`");

    /** The errors that are written with a string: pages, the end of a stream, and calls that are not made. */
    private static final Pattern CODE_IN_SOURCE = Pattern.compile(
            "(?:ErrorPage\\.of\\(\\s*[\\w.]+,|(?:StreamEnded|SubgraphRefused)Exception\\()\\s*\"([A-Z_]+)\"");

    /** Sent by the engine, which documents its codes itself; the gateway only chooses the status. */
    private static final String ENGINES = "PLANNING_OVERLOADED";

    @Test
    void documentationListsEveryCode() throws IOException {
        Set<String> documented = ROW.matcher(Files.readString(Path.of("../README.md")))
                .results()
                .flatMap(row -> DOCUMENTED_CODE.matcher(row.group(1)).results())
                .map(code -> code.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> sent = Stream.concat(ofTheEnum(), inSources()).collect(Collectors.toCollection(TreeSet::new));
        sent.add(ENGINES);

        assertThat(documented).isEqualTo(sent);
    }

    private static Stream<String> ofTheEnum() {
        return Arrays.stream(GatewayError.values())
                .filter(error -> error != GatewayError.CLIENT_GONE)
                .map(Enum::name);
    }

    private static Stream<String> inSources() {
        return SOURCES.stream().flatMap(GatewayErrorTests::codesIn);
    }

    private static Stream<String> codesIn(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .flatMap(
                            file -> CODE_IN_SOURCE.matcher(read(file)).results().map(code -> code.group(1)))
                    .toList()
                    .stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
