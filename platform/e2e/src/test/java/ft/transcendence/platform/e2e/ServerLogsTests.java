package ft.transcendence.platform.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogsTests {

    private static final String TOKEN = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIwMDAwIn0.c2lnbmF0dXJl";

    @TempDir
    private Path folder;

    @Test
    void findsTheLinesWithTokensAndSecrets() throws IOException {
        Files.write(folder.resolve("gateway.log"), List.of("started", "Bearer " + TOKEN, "eyJust a word"));
        Files.write(folder.resolve("users-subgraph.log"), List.of("password=s3cret-s3cret"));

        assertThat(new ServerLogs(folder).leaks(List.of("s3cret-s3cret")))
                .containsExactly("gateway.log:2", "users-subgraph.log:1");
    }

    @Test
    void findsWarningsAndErrorsAfterAPosition() throws IOException {
        Path gateway = folder.resolve("gateway.log");
        Files.write(gateway, List.of("2026-11-26T23:51:20.998Z  WARN 758 --- [gateway] refused a token"));
        ServerLogs logs = new ServerLogs(folder);
        Map<String, Integer> before = logs.lengths();

        Files.write(
                gateway,
                List.of(
                        "2026-11-26T23:51:20.998Z  INFO 758 --- [gateway] says WARN ERROR",
                        "2026-11-26T23:51:20.998Z ERROR 758 --- [gateway] could not stop"),
                StandardOpenOption.APPEND);
        Files.write(
                folder.resolve("keycloak.log"),
                List.of(
                        "2026-11-26 23:49:41,169 WARN  [org.keycloak.common.Profile] Deprecated features x:v1 enabled by default.",
                        "2026-11-26 23:49:41,169 WARN  [org.keycloak] cannot write",
                        "WARNING: A restricted method in java.lang.System has been called"));

        assertThat(logs.warningsAfter(before))
                .containsExactly(
                        "gateway.log: 2026-11-26T23:51:20.998Z ERROR 758 --- [gateway] could not stop",
                        "keycloak.log: 2026-11-26 23:49:41,169 WARN  [org.keycloak] cannot write",
                        "keycloak.log: WARNING: A restricted method in java.lang.System has been called");
    }
}
