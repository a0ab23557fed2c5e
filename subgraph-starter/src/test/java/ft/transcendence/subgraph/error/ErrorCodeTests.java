package ft.transcendence.subgraph.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ErrorCodeTests {

    private static final Path DOCUMENTATION = Path.of("../docs/errors.md");
    private static final Pattern ROW = Pattern.compile("^\\| `([A-Z_]+)` \\|", Pattern.MULTILINE);

    @Test
    void documentationListsEveryCode() throws IOException {
        assertThat(ROW.matcher(Files.readString(DOCUMENTATION)).results().map(row -> row.group(1)))
                .containsExactlyElementsOf(
                        Arrays.stream(ErrorCode.values()).map(Enum::name).toList());
    }
}
