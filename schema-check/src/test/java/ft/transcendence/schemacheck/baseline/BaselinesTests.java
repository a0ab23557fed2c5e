package ft.transcendence.schemacheck.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ft.transcendence.schemacheck.SchemaCheck;
import ft.transcendence.schemacheck.TestPlatform;
import ft.transcendence.schemacheck.finding.CheckException;
import ft.transcendence.schemacheck.finding.Report;
import ft.transcendence.schemacheck.rules.HouseRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselinesTests {
    private static final String USERS = "users/schema/users.graphqls";
    private static final String EVENT = "matches/events/match-completed.v1.schema.json";
    private static final String PRESENCE = "  \"Is the player there?\"\n  presence: Presence!\n";
    private static final String REMOVED =
            "BREAKING User.presence: Field 'presence' was removed from object type 'User'";

    @TempDir
    private Path folder;

    private TestPlatform platform;

    /** The graph stands in a folder of its repository, as in a monorepo. */
    @BeforeEach
    void copy() throws IOException {
        platform = TestPlatform.copied(Files.createDirectory(folder.resolve("graph")));
        platform.compose();
    }

    private void removePresence() {
        platform.change(USERS, PRESENCE, "");
        platform.compose();
    }

    private Report checkAgainst(String baseline) {
        return SchemaCheck.run(platform.options()
                .baseline(BaselineSource.parse(baseline))
                .houseRules(Set.of(HouseRule.CONVENTIONS))
                .build());
    }

    private void git(String... arguments) {
        List<String> command =
                new ArrayList<>(List.of("git", "-c", "user.name=Test", "-c", "user.email=test@localhost"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes());
            assertThat(process.waitFor()).as(output).isZero();
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    private void commitMain() {
        git("init", "-q", "-b", "main");
        git("add", ".");
        git("commit", "-q", "-m", "first");
        git("checkout", "-q", "-b", "change");
    }

    @Test
    void aFileIsABaseline() {
        platform.write("elsewhere/prod.graphql", platform.read("supergraph.graphql"));
        removePresence();
        Report report =
                checkAgainst(platform.folder().resolve("elsewhere/prod.graphql").toString());
        assertThat(TestPlatform.bad(report)).containsExactly(REMOVED);
    }

    @Test
    void eventsBesideAFileBelongToIt() {
        platform.write("elsewhere/prod.graphql", platform.read("supergraph.graphql"));
        platform.write("elsewhere/events/match-completed.v1.schema.json", platform.read(EVENT));
        platform.change(EVENT, "\"maximum\": 3600", "\"maximum\": 60");
        Report report =
                checkAgainst(platform.folder().resolve("elsewhere/prod.graphql").toString());
        assertThat(TestPlatform.bad(report))
                .containsExactly("BREAKING " + EVENT + ": durationSeconds: maximum changed from 3600 to 60");
    }

    @Test
    void aMissingFileIsReported() {
        assertThatExceptionOfType(CheckException.class)
                .isThrownBy(() -> checkAgainst("nowhere.graphql"))
                .withMessage("the baseline nowhere.graphql does not exist");
    }

    @Test
    void anotherBranchIsABaseline() {
        commitMain();
        removePresence();
        platform.change(EVENT, "\"maximum\": 3600", "\"maximum\": 60");
        assertThat(TestPlatform.bad(checkAgainst("git:main")))
                .containsExactly(REMOVED, "BREAKING " + EVENT + ": durationSeconds: maximum changed from 3600 to 60");
    }

    @Test
    void aBranchWithoutACommittedSupergraphIsComposed() throws IOException {
        Files.delete(platform.folder().resolve("supergraph.graphql"));
        commitMain();
        git("tag", "v1");
        removePresence();
        assertThat(TestPlatform.bad(checkAgainst("git:v1"))).containsExactly(REMOVED);
    }

    @Test
    void aBranchIsComposedWithTheVariablesOfTheCheck() throws IOException {
        Files.delete(platform.folder().resolve("supergraph.graphql"));
        platform.change("supergraph.yaml", "http://localhost:8082/graphql", "http://${env.USERS_HOST}:8082/graphql");
        commitMain();
        platform.change(USERS, PRESENCE, "");
        Report report = SchemaCheck.run(platform.options()
                .environment(Map.of("USERS_HOST", "users"))
                .baseline(BaselineSource.parse("git:main"))
                .houseRules(Set.of())
                .build());
        assertThat(TestPlatform.bad(report)).containsExactly(REMOVED);
    }

    @Test
    void aBranchThatOnlyKnowsRunningSubgraphsIsNoBaseline() throws IOException {
        String config = platform.read("supergraph.yaml");
        platform.change(
                "supergraph.yaml", "file: ./users/schema/users.graphqls", "subgraph_url: http://localhost:1/graphql");
        Files.delete(platform.folder().resolve("supergraph.graphql"));
        commitMain();
        platform.write("supergraph.yaml", config);
        assertThatExceptionOfType(CheckException.class)
                .isThrownBy(() -> checkAgainst("git:main"))
                .withMessage("subgraph \"users\": http://localhost:1/graphql tells only today's schema: compare with a"
                        + " branch where the supergraph is committed");
    }

    @Test
    void anUnknownBranchIsReported() {
        commitMain();
        assertThatExceptionOfType(CheckException.class)
                .isThrownBy(() -> checkAgainst("git:nowhere"))
                .withMessageStartingWith("git:nowhere: there is no such branch, tag or commit");
    }

    @Test
    void aFolderOutsideARepositoryIsReported() {
        assertThatExceptionOfType(CheckException.class)
                .isThrownBy(() -> checkAgainst("git:main"))
                .withMessageStartingWith("git:main: ");
    }

    @Test
    void anOptionOfGitIsNoRevision() {
        assertThatExceptionOfType(CheckException.class).isThrownBy(() -> BaselineSource.parse("git:--upload-pack=x"));
        assertThatExceptionOfType(CheckException.class).isThrownBy(() -> BaselineSource.parse("git:"));
    }
}
