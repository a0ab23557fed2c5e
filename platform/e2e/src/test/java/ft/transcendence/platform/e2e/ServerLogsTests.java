package ft.transcendence.platform.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogsTests {

    private static final String TOKEN = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIwMDAwIn0.c2lnbmF0dXJl";

    @TempDir
    private Path folder;

    @Test
    void findsTokensAndSecretsAndTellsWhere() throws IOException {
        Files.write(folder.resolve("gateway.log"), List.of("started", "Bearer " + TOKEN, "eyJust a word"));
        Files.write(folder.resolve("users-subgraph.log"), List.of("password=s3cret-s3cret"));

        assertThat(new ServerLogs(folder).leaks(List.of("s3cret-s3cret")))
                .containsExactly("gateway.log:2", "users-subgraph.log:1");
    }
}
