package ft.transcendence.platform.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links between the documents of this repository lead to files and headings that exist. */
class DocumentLinksTests {

    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git", ".transcend");
    private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\\n]*`");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#\\s]*)(?:#([^)\\s]+))?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.walk(Repository.ROOT)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .map(Repository.ROOT::relativize)
                    .filter(file -> Stream.iterate(file, path -> path != null, Path::getParent)
                            .noneMatch(
                                    part -> NOT_OURS.contains(part.getFileName().toString())))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void leadToExistingFilesAndHeadings(Path document) {
        String text = CODE.matcher(Repository.read(document.toString())).replaceAll("");

        assertThat(LINK.matcher(text).results().filter(link -> !leadsSomewhere(document, link)))
                .as("links of %s to files or headings that do not exist", document)
                .extracting(MatchResult::group)
                .isEmpty();
    }

    private static boolean leadsSomewhere(Path document, MatchResult link) {
        Path file = Repository.ROOT.resolve(document);
        Path target = link.group(1).isEmpty()
                ? file
                : file.resolveSibling(link.group(1)).normalize();
        return Files.exists(target)
                && (link.group(2) == null || headings(target).contains(link.group(2)));
    }

    /** The anchors of a document; of a folder, those of its README, which GitHub shows below its files. */
    private static Set<String> headings(Path target) {
        Path document = Files.isDirectory(target) ? target.resolve("README.md") : target;
        return HEADING.matcher(
                        Repository.read(Repository.ROOT.relativize(document).toString()))
                .results()
                .map(heading -> anchor(heading.group(1)))
                .collect(Collectors.toSet());
    }

    /** The name that GitHub gives a heading. */
    private static String anchor(String heading) {
        return Arrays.stream(heading.toLowerCase(Locale.ROOT).split(" "))
                .map(word -> word.replaceAll("[^\\p{L}\\p{N}_-]", ""))
                .collect(Collectors.joining("-"));
    }
}
