package ft.transcendence.platform.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Architecture decision records have one format, and the index lists every one of them with its title, status and date. */
class DecisionRecordsTests {

    private static final String FOLDER = "docs/adr/";
    private static final String LINK = "\\[(\\d{4})]\\((\\d{4}-[a-z0-9-]+\\.md)\\)";
    private static final Pattern FORMAT = Pattern.compile("""
            # (?<number>\\d{4})\\. (?<title>\\S.*)

            - Status: (?<status>proposed|accepted(?:, amended by LINK(?: and LINK)*)?|superseded by LINK)
            - Date: (?<date>20\\d\\d-[01]\\d-[0-3]\\d)

            ## Context

            (?<context>(?s:\\S.+))
            ## Decision

            (?<decision>(?s:\\S.+))
            ## Consequences

            (?<consequences>(?s:\\S.+))\
            """.replace("LINK", LINK));

    static List<Path> records() throws IOException {
        try (Stream<Path> files = Files.list(Repository.ROOT.resolve(FOLDER))) {
            return files.filter(file -> !file.endsWith("README.md")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void followTheFormatAndAreIndexed(Path file) throws IOException {
        String name = file.getFileName().toString();
        String text = Files.readString(file);
        var record = FORMAT.matcher(text);

        assertThat(record.matches())
                .as("%s%s has the format that %sREADME.md shows", FOLDER, name, FOLDER)
                .isTrue();
        assertThat(record.group("number")).as("the number in %s", name).isEqualTo(name.substring(0, 4));
        assertThat(Repository.read(FOLDER + "README.md").lines())
                .as("the index of decision records")
                .contains("| [%s](%s) | %s | %s | %s |"
                        .formatted(
                                record.group("number"),
                                name,
                                record.group("title"),
                                record.group("status").replaceAll(LINK, "$1"),
                                record.group("date")));
    }

    /** A record that changes an earlier one mentions it, so that a reader finds both from either side. */
    @ParameterizedTest
    @MethodSource("records")
    void referToExistingRecords(Path file) throws IOException {
        String status = Files.readString(file).lines().skip(2).findFirst().orElse("");

        assertThat(Pattern.compile(LINK).matcher(status).results().map(link -> link.group(2)))
                .allMatch(link -> Repository.exists(FOLDER + link));
    }

    @Test
    void haveDifferentNumbers() throws IOException {
        assertThat(records().stream().map(file -> file.getFileName().toString().substring(0, 4)))
                .hasSizeGreaterThan(30)
                .doesNotHaveDuplicates();
    }

    @Test
    void matchTheIndex() {
        assertThat(Pattern.compile(LINK)
                        .matcher(Repository.read(FOLDER + "README.md"))
                        .results()
                        .map(MatchResult::group))
                .doesNotHaveDuplicates()
                .allMatch(link -> Repository.exists(FOLDER + link.replaceAll(LINK, "$2")));
    }
}
