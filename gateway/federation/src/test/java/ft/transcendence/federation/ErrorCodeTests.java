package ft.transcendence.federation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.planner.limits.PlanningException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README lists the codes of the engine's errors. */
class ErrorCodeTests {
    private static final Pattern SECTION = Pattern.compile("(?s)\n## Errors\n(.*?)\n## ");
    private static final Pattern ROW = Pattern.compile("^\\| (`[A-Z_]+`[^|]*)\\|", Pattern.MULTILINE);
    private static final Pattern DOCUMENTED_CODE = Pattern.compile("`([A-Z_]+)`");
    private static final Pattern CODE_IN_SOURCE = Pattern.compile("\"([A-Z]+(?:_[A-Z]+)+)\\\\?\"");

    /** Names the codes of subgraphs as well. */
    private static final String POLICY = "SubgraphErrorPolicy.java";

    @Test
    void documentationListsEveryCode() throws IOException {
        var section = SECTION.matcher(Files.readString(Path.of("README.md")));
        assertThat(section.find()).isTrue();
        Set<String> documented = ROW.matcher(section.group(1))
                .results()
                .flatMap(row -> DOCUMENTED_CODE.matcher(row.group(1)).results())
                .map(code -> code.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> used = inSources();
        Arrays.stream(PlanningException.Code.values()).map(Enum::name).forEach(used::add);
        // codes of one word: the authorization of fields; and those of redacted errors
        used.addAll(Set.of("UNAUTHENTICATED", "FORBIDDEN"));
        used.addAll(Set.of(SubgraphErrorPolicy.DEFAULT_CODE, "INTERNAL_SERVER_ERROR"));
        assertThat(documented).isEqualTo(used);
    }

    private static Set<String> inSources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java") && !file.endsWith(POLICY))
                    .flatMap(
                            file -> CODE_IN_SOURCE.matcher(read(file)).results().map(code -> code.group(1)))
                    .collect(Collectors.toCollection(TreeSet::new));
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
