package ft.transcendence.testkit.guide;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.platform.architecture.DocumentedCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The documentation shows code of tests. {@code ./mvnw test -pl gateway/testkit -am -Dtest=DocumentationTests -Dsurefire.failIfNoSpecifiedTests=false
 * -Dgolden.update} copies it there.
 */
class DocumentationTests {

    private static final Path GUIDE = Path.of("../../docs/testkit.md");

    @Test
    void showsCodeThatRuns() throws IOException {
        String current = DocumentedCode.in(
                        Path.of("src/test/java"), Path.of("../../users-subgraph/src/test/java/ft/transcendence/users"))
                .current(GUIDE);

        assertThat(Files.readString(GUIDE)).isEqualTo(current);
    }
}
