package ft.transcendence.schemacheck.command;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.schemacheck.TestPlatform;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SchemaCheckCommandTests {
    private static final String USERS = "users/schema/users.graphqls";
    private static final String BIO = "  \"A few words.\"\n  bio: String\n";

    @TempDir
    private Path folder;

    private record Run(int status, String out, String err) {}

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command =
                SchemaCheckCommand.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int status = command.execute(arguments);
        return new Run(status, out.toString(), err.toString());
    }

    private static Run run(TestPlatform platform, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--config", platform.config().toString()));
        return run(all.toArray(String[]::new));
    }

    @Test
    void theVerdictIsAnExitStatusAndJson() {
        TestPlatform platform = TestPlatform.released(folder);
        assertThat(run(platform, "check").status()).isZero();
        platform.change(USERS, BIO, "");
        assertThat(run(platform, "compose").status()).isZero();
        Run failed = run(platform, "check", "--json");
        assertThat(failed.status()).isEqualTo(1);
        JsonNode report = JsonMapper.shared().readTree(failed.out());
        assertThat(report.path("passed").asBoolean()).isFalse();
        JsonNode change = report.path("sections")
                .valueStream()
                .filter(section -> section.path("name").asString().equals("consumer schema"))
                .findFirst()
                .orElseThrow()
                .path("findings")
                .path(0);
        assertThat(change).isEqualTo(JsonMapper.shared().readTree("""
            {"level": "BREAKING", "where": "User.bio", "message": "Field 'bio' was removed from object type 'User'",
             "usedBy": ["PlayerPage (client-operations/player-page.graphql)"],
             "places": [{"file": "users/schema/users.graphqls", "line": 53, "column": 1}]}
            """));
    }

    @Test
    void aFailedCompositionDoesNotChangeTheCommittedSupergraph() {
        TestPlatform platform = TestPlatform.released(folder);
        String before = platform.read("supergraph.graphql");
        platform.change("matches/schema/matches.graphqls", "type Avatar @shareable {", "type Avatar {");
        Run run = run(platform, "compose", "--hints", "none");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .containsPattern("^INVALID_FIELD_SHARING: [^\n"
                        + "]*Avatar\\.url[^\n"
                        + "]*\n"
                        + "  at matches/schema/matches\\.graphqls:32:3\n"
                        + "  at users/schema/users\\.graphqls:70:3\n"
                        + "  → ");
        assertThat(platform.read("supergraph.graphql")).isEqualTo(before);
    }

    @Test
    void theSupergraphCanBeWrittenElsewhere() {
        TestPlatform platform = TestPlatform.copied(folder);
        Path output = folder.resolve("other.graphql");
        Run run = run(platform, "compose", "--output", output.toString());
        assertThat(run.out()).isEqualTo("composed " + output + System.lineSeparator());
        assertThat(run(platform, "compose", "--output", "-").out()).isEqualTo(platform.read("other.graphql"));
    }

    @Test
    void aContractHidesWhatItExcludes() {
        TestPlatform platform = TestPlatform.copied(folder);
        platform.change(USERS, BIO, BIO.replace("bio: String", "bio: String @federation__tag(name: \"internal\")"));
        assertThat(run(platform, "compose", "--output", "-").out()).doesNotContain("@inaccessible");
        assertThat(run(platform, "compose", "--exclude", "internal,other", "--output", "-")
                        .out())
                .containsPattern("bio: String [^\n]*@inaccessible");
    }

    @Test
    void hintsAreWrittenByLevel() {
        TestPlatform platform = TestPlatform.copied(folder);
        assertThat(run(platform, "compose").err())
                .contains("hint INCONSISTENT_DESCRIPTION: ", "  at users/schema/users.graphqls:");
        assertThat(run(platform, "compose", "--hints", "none").err()).isEmpty();
        assertThat(run(platform, "check", "--hints", "warn").out()).contains("HINT      INCONSISTENT_DESCRIPTION: ");
    }

    @Test
    void theVerdictIsMarkdownAndAnnotations() {
        TestPlatform platform = TestPlatform.released(folder);
        platform.change(USERS, BIO, "");
        platform.compose();
        Run run = run(platform, "check", "--markdown", "--github");
        assertThat(run.out()).startsWith("### ❌ Schema check\n").contains("`User.bio`");
        assertThat(run.err())
                .contains("users/schema/users.graphqls,line=53,col=1,title=")
                .contains("::error file=");
    }

    @Test
    void aReleaseIsMadeOnPurpose() {
        TestPlatform platform = TestPlatform.copied(folder);
        platform.compose();
        assertThat(run(platform, "check").out()).contains("consumer schema    nothing released yet");
        assertThat(run(platform, "check", "--release").out()).contains("RELEASED: ");
        assertThat(platform.read("schema-check/released/supergraph.graphql"))
                .isEqualTo(platform.read("supergraph.graphql"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "chekc",
                "check --relase",
                "check --json --markdown",
                "check --release --baseline git:main",
                "check --house-rules convention",
                "check --hints loud",
                "compose --config nowhere/supergraph.yaml"
            })
    void whatCannotRunHasStatusTwoAndNoStackTrace(String arguments) {
        Run run = run(arguments.isEmpty() ? new String[0] : arguments.split(" "));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("transcend: ").doesNotContain("\tat ", "Exception");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void helpPrintsTheUsage() {
        assertThat(run("compose", "--help").out()).startsWith("usage: ./transcend compose ");
        assertThat(run("check", "--help").out()).startsWith("usage: ./transcend check ");
    }
}
