package ft.transcendence.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

class ConfigurationCheckTests {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @AfterEach
    void restoreLogs() {
        LoggingSystem.get(getClass().getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.INFO);
    }

    private int check(String yaml, String... arguments) throws IOException {
        Path file = Files.writeString(folder.resolve("router.yaml"), yaml);
        List<String> all =
                new ArrayList<>(List.of("--spring.profiles.active=standalone", "--check", "--config", file.toString()));
        all.addAll(List.of(arguments));
        CommandLine command = CommandLine.parse(all.toArray(String[]::new));
        assertThat(command.check()).isTrue();
        return ConfigurationCheck.run(
                new SpringApplication(GatewayApplication.class),
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                command.settings());
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void passesWithoutListening() throws IOException {
        // a start would fail: nobody can listen at this address
        int status = check("""
                server:
                  address: 192.0.2.1
                gateway:
                  supergraph:
                    file: ../runtime/src/test/resources/supergraph.graphql
                  rate-limit:
                    enabled: true
                    burst: 5
                """);

        assertThat(output()).isEqualToIgnoringNewLines("The settings are valid.");
        assertThat(status).isZero();
    }

    @Test
    void printsAllProblems() throws IOException {
        int status = check("""
                gateway:
                  supergraph:
                    file: ../runtime/src/test/resources/supergraph.graphql
                  rate-limit:
                    brust: 5
                    per-second: 0
                  subgraphs:
                    named:
                      playres:
                        response-timeout: 1s
                      players:
                        url: localhost:4001
                sevrer:
                  port: 1
                """, "--gateway.http.request-timeout=soon");

        assertThat(output())
                .contains(
                        "gateway.rate-limit.brust (from " + folder.resolve("router.yaml")
                                + ", line 5): did you mean gateway.rate-limit.burst?",
                        "sevrer.port (from " + folder.resolve("router.yaml") + ", line 14): did you mean server.port?",
                        "gateway.rate-limit.per-second = 0 (from " + folder.resolve("router.yaml")
                                + ", line 6): must be a whole number, at least 1",
                        "gateway.http.request-timeout = soon (from the command line): must be a duration such as 500ms, 10s or"
                                + " 1h, at least 1ms",
                        "gateway.subgraphs.named.playres (from the settings): did you mean gateway.subgraphs.named.players?",
                        "gateway.subgraphs.named.players.url = localhost:4001 (from the settings): must be an address such as"
                                + " http://localhost:4001/graphql");
        assertThat(status).isEqualTo(1);
    }

    @Test
    void needsASupergraph() throws IOException {
        assertThat(check("gateway.supergraph.file: none.graphql")).isEqualTo(1);
        assertThat(output())
                .contains("gateway.supergraph.file = none.graphql (from the settings): the file cannot be read");
    }

    @Test
    void needsAFileThatExists() {
        int status = ConfigurationCheck.run(
                new SpringApplication(GatewayApplication.class),
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                CommandLine.parse("--config=none.yaml").settings());

        assertThat(output()).contains("gateway.config.file = none.yaml (from the settings): there is no such file");
        assertThat(status).isEqualTo(1);
    }
}
