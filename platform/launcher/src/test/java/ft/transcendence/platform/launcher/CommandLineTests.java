package ft.transcendence.platform.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineTests {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    static Set<String> commands() {
        return Transcend.commandLine().getSubcommands().keySet();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasHelpWithoutSideEffects(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(run(command, "-h")).isZero();

        assertThat(out.toString()).contains("Usage: transcend " + command, "--port");
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "up --detahc, '--detahc', --detach",
        "up --no-sed, '--no-sed', --no-seed",
        "game-server list --prot=9080, '--prot=9080', --port",
        "status --prot=9080, '--prot=9080', --port",
        "stauts, 'stauts', status"
    })
    void rejectsATypoWithASuggestion(String line, String named, String meant) {
        assertThat(run(line.split(" "))).isEqualTo(2);

        assertThat(err.toString()).contains(named, "Did you mean " + meant + "?", "--help shows the usage");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"status --port 80", "status --port -5", "down --port 70000", "logs --lines 0", "up --port x"})
    void rejectsAnInvalidValue(String line) {
        assertThat(run(line.split(" "))).isNotZero();

        assertThat(err.toString()).contains(line.split(" ")[1]).doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource({
        "game-server, ACTION",
        "game-server rename eu-1, add",
        "game-server add, NAME",
        "game-server remove, NAME",
        "game-server add EU_1, 'EU_1'",
        "game-server add ../clients, '../clients'",
        "game-server add -eu, '-eu'"
    })
    void rejectsAnIncompleteOrInvalidGameServer(String line, String named) {
        assertThat(run(line.split(" "))).isEqualTo(2);

        assertThat(err.toString()).contains(named).doesNotContain("Exception");
    }

    @Test
    void managingGameServersOfAStoppedPlatformExplainsHowToStartIt() {
        assertThat(run("game-server", "list", "--port", "65000")).isEqualTo(1);

        assertThat(err.toString()).contains("Start the platform first", "./transcend up --port 65000");
    }

    @Test
    void restartingAPartOfAStoppedPlatformExplainsHowToStartIt() {
        assertThat(run("restart", "kafka", "--port", "65000")).isEqualTo(1);

        assertThat(err.toString()).contains("Not running", "./transcend up --port 65000");
    }

    private int run(String... arguments) {
        CommandLine commandLine = Transcend.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }
}
