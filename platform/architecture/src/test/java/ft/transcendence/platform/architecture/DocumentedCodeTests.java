package ft.transcendence.platform.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentedCodeTests {

    private static final String SOURCE = """
            class Example {
                void run() {
                    // tag::sum[]
                    int sum = one
                            + two;
                    // end::sum[]
                }
            }
            """;

    private static final String DOCUMENT = """
            Add them:

            <!-- example: sum -->
            ```java
            int sum = one
                    + two;
            ```

            ```yaml
            sum: 3
            ```
            """;

    private final DocumentedCode code = new DocumentedCode().add(SOURCE);

    @Test
    void leavesADocumentThatIsUpToDate() {
        assertThat(code.current(DOCUMENT)).isEqualTo(DOCUMENT);
    }

    @Test
    void replacesCodeThatHasChanged() {
        String outdated = DOCUMENT.replace("+ two", "- two");

        assertThat(code.current(outdated)).isEqualTo(DOCUMENT);
    }

    @Test
    void refusesCodeThatIsNotInASource() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> code.current(DOCUMENT.replace("example: sum", "example: difference")))
                .withMessageContaining("int sum = one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> code.current(DOCUMENT.replace("<!-- example: sum -->\n", "")));
    }

    @Test
    void missesARegionThatIsNotShown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> code.current("Add them."))
                .withMessageContaining("[sum]");
    }

    @Test
    void refusesTwoRegionsOfTheSameName() {
        assertThatIllegalArgumentException().isThrownBy(() -> code.add(SOURCE)).withMessageContaining("sum");
    }

    @Test
    void readsAllSourcesOfAFolder(@TempDir Path folder) throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve("inner")).resolve("Example.java"), SOURCE);
        Path document = Files.writeString(folder.resolve("document.md"), DOCUMENT);

        assertThat(DocumentedCode.in(folder).current(document)).isEqualTo(DOCUMENT);
    }
}
