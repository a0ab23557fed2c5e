package ft.transcendence.federation.guide;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.platform.architecture.DocumentedCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The README shows code of the tests in this package, all of it. {@code ./mvnw test -pl gateway/federation -am -Dtest=ReadmeTests
 * -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.update} copies it there.
 */
class ReadmeTests {

    private static final Path README = Path.of("README.md");

    @Test
    void showsCodeThatRuns() throws IOException {
        String current = DocumentedCode.in(Path.of("src/test/java/ft/transcendence/federation/guide"))
                .current(README);

        assertThat(Files.readString(README)).isEqualTo(current);
    }
}
