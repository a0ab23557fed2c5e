package ft.transcendence.platform.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shell scripts that users run. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ScriptTests {

    private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z]+) ");

    static Set<String> commands() throws Exception {
        return COMMAND.matcher(run("help").output())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasHelpWithoutSideEffects(String command) throws Exception {
        for (String help : List.of("--help", "-h")) {
            Outcome outcome = run(command, help);

            assertThat(outcome.status()).as(outcome.output()).isZero();
            assertThat(outcome.output()).containsIgnoringCase("usage: ").doesNotContain("uilding");
        }
    }

    @ParameterizedTest
    @CsvSource({"stauts, status", "rest, reset", "gatway, gateway", "hepl, help"})
    void rejectsATypoWithASuggestion(String typed, String meant) throws Exception {
        Outcome outcome = run(typed);

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.output()).contains("unknown command '" + typed + "'; did you mean '" + meant + "'?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port", "--frobnicate", "4000", "--config"})
    void gatewayRejectsUnknownSettings(String argument) throws Exception {
        Outcome outcome = run("gateway", argument);

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.output()).contains(argument, "--help shows the usage");
    }

    @Test
    void everyJvmExitsWhenOutOfMemory() throws IOException {
        for (String script : List.of(
                "transcend",
                "platform/launcher/run",
                "platform/load/run",
                "gateway/plan/run",
                "schema-check/run",
                "gateway/server/run",
                "gateway/federation/bench")) {
            String text = Repository.read(script).replace("\\\n", " ");
            List<String> heaps =
                    text.lines().filter(line -> line.contains("-Xmx")).toList();

            assertThat(heaps).as(script).isNotEmpty().allMatch(line -> line.contains("-XX:+ExitOnOutOfMemoryError"));
        }
    }

    @Test
    void sourcesOfAModuleIncludeItsDependencies() throws Exception {
        Outcome outcome = start(List.of("platform/ensure-built", "--sources", "users-subgraph"));

        assertThat(outcome.output().lines())
                .contains("pom.xml", "users-subgraph/pom.xml", "users-subgraph/src/main", "subgraph-starter/src/main")
                .doesNotContain("gateway/server/src/main", "matches-subgraph/src/main");
    }

    @Test
    void sourcesOfAModuleIncludeTheLibrariesItUses() throws Exception {
        Outcome outcome = start(List.of("platform/ensure-built", "--sources", "gateway/plan"));

        assertThat(outcome.output().lines()).contains("platform/library/pom.xml", "gateway/federation/src/main");
    }

    @Test
    void makeEnvCreatesSecretsAndCompletesThem(@TempDir Path folder) throws Exception {
        String script = "platform/containers/make-env";
        String file = folder.resolve("env").toString();
        assertThat(start(List.of(script, "--add", file)).output()).contains("there is no " + file);
        assertThat(start(List.of(script, file)).status()).isZero();
        List<String> created = Files.readAllLines(Path.of(file));
        assertThat(created)
                .filteredOn(line -> line.matches("[A-Z_]+=[0-9a-f]{48}"))
                .hasSizeGreaterThan(8);
        assertThat(start(List.of(script, file)).status()).isEqualTo(1);

        List<String> old = created.stream()
                .filter(line -> !line.startsWith("MATCHES_GATEWAY_CREDENTIAL="))
                .toList();
        Files.writeString(Path.of(file), String.join("\n", old));
        assertThat(start(List.of(script, "--add", file)).output()).isEqualTo("added MATCHES_GATEWAY_CREDENTIAL\n");
        List<String> completed = Files.readAllLines(Path.of(file));
        assertThat(completed).containsAll(old).hasSameSizeAs(created);
        assertThat(completed.getLast()).matches("MATCHES_GATEWAY_CREDENTIAL=[0-9a-f]{48}");
        assertThat(start(List.of(script, "--add", file)).output()).isEmpty();
    }

    private static Outcome run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("./transcend"));
        command.addAll(List.of(arguments));
        return start(command);
    }

    private record Outcome(int status, String output) {}

    private static Outcome start(List<String> command) throws Exception {
        Path output = Files.createTempFile("script", ".out");
        try {
            ProcessBuilder script = new ProcessBuilder(command)
                    .directory(Repository.ROOT.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            script.environment().put("JAVA_HOME", System.getProperty("java.home"));
            return new Outcome(script.start().waitFor(), Files.readString(output));
        } finally {
            Files.delete(output);
        }
    }
}
