package ft.transcendence.platform.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests that docs/security.md names exist. */
class SecurityCasesTests {

    private static final Pattern NAMED = Pattern.compile("`(\\w+Tests)#(\\w+)`");
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    @Test
    void nameExistingTests() throws IOException {
        Map<String, List<Path>> tests = testClasses();
        List<MatchResult> named =
                NAMED.matcher(Repository.read("docs/security.md")).results().toList();

        assertThat(named).hasSizeGreaterThan(30);
        assertThat(named.stream().filter(test -> tests.getOrDefault(test.group(1), List.of()).stream()
                        .noneMatch(file -> declares(file, test.group(2)))))
                .as("tests named in docs/security.md that do not exist")
                .extracting(MatchResult::group)
                .isEmpty();
    }

    private static Map<String, List<Path>> testClasses() throws IOException {
        List<Path> found = new ArrayList<>();
        for (MatchResult module :
                MODULE.matcher(Repository.read("pom.xml")).results().toList()) {
            Path tests = Repository.ROOT.resolve(module.group(1)).resolve("src/test/java");
            if (Files.exists(tests)) {
                try (Stream<Path> files = Files.walk(tests)) {
                    files.filter(file -> file.toString().endsWith("Tests.java")).forEach(found::add);
                }
            }
        }
        return found.stream()
                .collect(Collectors.groupingBy(
                        file -> file.getFileName().toString().replace(".java", "")));
    }

    private static boolean declares(Path file, String method) {
        try {
            return Files.readString(file).contains(" " + method + "(");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
