package ft.transcendence.platform.containers;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.platform.architecture.DocumentedCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/embedding.md} shows the applications in {@code gateway/examples}; with {@code -Dgolden.update} their code is copied there. */
class EmbeddingGuideTests {

    private static final Path GUIDE = Repository.ROOT.resolve("docs/embedding.md");

    @Test
    void showsCodeThatRuns() throws IOException {
        String current =
                DocumentedCode.in(Repository.ROOT.resolve("gateway/examples")).current(GUIDE);

        assertThat(Files.readString(GUIDE)).isEqualTo(current);
    }
}
