package ft.transcendence.schemacheck.maven;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.schemacheck.maven.SampleBuild.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds of subgraph teams, as they run them. */
class PluginBuildTests {
    private static final String BOTH_GOALS = """
                <executions>
                  <execution><goals><goal>compose</goal><goal>check</goal></goals></execution>
                </executions>
                <configuration><baseline>git:main</baseline></configuration>
        """;
    private static final String USERS = "users/schema/users.graphqls";

    @TempDir
    private Path folder;

    /** On a branch, with what is on main committed. */
    private SampleBuild onABranch(String configuration) throws IOException, InterruptedException {
        SampleBuild build = SampleBuild.of(folder, configuration);
        build.git("init", "-q", "-b", "main");
        build.git("add", ".");
        build.git("commit", "-q", "-m", "first");
        build.git("checkout", "-q", "-b", "change");
        return build;
    }

    @Test
    void aBuildThatBreaksNothingPassesAndOneThatBreaksTheGraphFails() throws IOException, InterruptedException {
        SampleBuild build = onABranch(BOTH_GOALS);
        build.change(USERS, "  OFFLINE\n", "  OFFLINE\n  \"Wants no company.\"\n  BUSY\n");

        Result passed = build.maven(Map.of(), "verify");

        assertThat(passed.status()).as(passed.output()).isZero();
        assertThat(passed.output())
                .contains(
                        "[INFO] composed 2 subgraphs into ",
                        "[INFO]     DANGEROUS Presence.BUSY: Enum value 'BUSY' was added to enum 'Presence'",
                        "[INFO] PASSED: nothing that clients or event consumers rely on breaks.")
                .doesNotContain("::error", "::warning", "SLF4J");
        assertThat(build.read("target/classes/supergraph.graphql")).contains("enum join__Graph");
        assertThat(build.read("target/schema-check/verdict.md")).startsWith("### ✅ Schema check");

        build.change(USERS, "  \"A few words.\"\n  bio: String\n", "");

        Result failed = build.maven(Map.of("GITHUB_ACTIONS", "true", "GITHUB_WORKSPACE", folder.toString()), "verify");

        assertThat(failed.status()).as(failed.output()).isEqualTo(1);
        assertThat(failed.output())
                .contains(
                        "[ERROR]     BREAKING  User.bio: Field 'bio' was removed from object type 'User'",
                        "[ERROR] FAILED: 2 breaking changes. Affected: PlayerPage"
                                + " (client-operations/player-page.graphql).",
                        "the schema check failed; the verdict is above and in ")
                .contains(
                        "\n::error file=users/schema/users.graphqls,line=5",
                        "\n::error file=client-operations/player-page.graphql,line=5,col=5,");
        assertThat(build.read("target/schema-check/verdict.md")).startsWith("### ❌ Schema check");
        assertThat(build.read("target/schema-check/verdict.json")).contains("\"passed\" : false", "\"User.bio\"");
    }

    @Test
    void aBuildThatDoesNotComposeFailsWithThePlaces() throws IOException, InterruptedException {
        SampleBuild build = SampleBuild.of(folder, BOTH_GOALS);
        build.change("matches/schema/matches.graphqls", "type Avatar @shareable {", "type Avatar {");

        Result failed = build.maven(Map.of(), "process-resources");

        assertThat(failed.status()).as(failed.output()).isEqualTo(1);
        assertThat(failed.output())
                .contains(
                        "[ERROR] INVALID_FIELD_SHARING: ",
                        "[ERROR]   at matches/schema/matches.graphqls:32:3",
                        "the subgraphs do not compose: INVALID_FIELD_SHARING: ");
    }

    @Test
    void goalsRunByHandTakeTheirParametersFromTheCommandLine() throws IOException, InterruptedException {
        SampleBuild build = SampleBuild.of(folder, "");
        build.change(USERS, "  \"A few words.\"\n  bio: String\n", "  bio: String\n");

        Result failed = build.maven(
                Map.of(),
                "transcendence:compose",
                "-Dtranscendence.output=supergraph.graphql",
                "transcendence:check",
                "-Dtranscendence.houseRules=conventions",
                "-Dtranscendence.baseline=supergraph.graphql",
                "-Dtranscendence.jsonFile=target/verdict.json");

        assertThat(failed.status()).as(failed.output()).isEqualTo(1);
        assertThat(failed.output()).contains("User.bio: has no description");
        assertThat(build.read("target/verdict.json")).contains("has no description");

        Result wrong = build.maven(Map.of(), "transcendence:check", "-Dtranscendence.failOn=sometimes");

        assertThat(wrong.output())
                .contains("the parameter failOn is 'sometimes', but must be one of error, breaking, dangerous");
    }

    @Test
    void aContractHidesWhatItExcludesAndWhatOnlyThatLedTo() throws IOException, InterruptedException {
        SampleBuild build = SampleBuild.of(folder, """
                <configuration>
                  <output>supergraph.graphql</output>
                  <exclude>other,internal</exclude>
                  <hideUnreachable>true</hideUnreachable>
                </configuration>
            """);
        build.change(USERS, "  ): [User!]!\n", "  ): [User!]! @federation__tag(name: \"internal\")\n");

        Result passed = build.maven(Map.of(), "transcendence:compose");

        assertThat(passed.status()).as(passed.output()).isZero();
        assertThat(build.read("supergraph.graphql"))
                .containsPattern("users\\([^)]*\\): \\[User!]! [^\n]*@inaccessible")
                .containsPattern("input UserFilterInput[^{]*@inaccessible")
                .doesNotContainPattern("viewer: User [^\n]*@inaccessible");

        Result refused = build.maven(Map.of(), "transcendence:compose", "-Dtranscendence.include=public");

        assertThat(refused.output()).contains("the subgraphs do not compose: ONLY_INACCESSIBLE_CHILDREN: ");
    }

    @Test
    void aReleaseTakesAwayTheBaselineThatThePomNames() throws IOException, InterruptedException {
        SampleBuild build = SampleBuild.of(folder, "");
        build.change(
                "pom.xml",
                "  <build>\n",
                "  <properties><transcendence.baseline>git:main</transcendence.baseline></properties>\n  <build>\n");

        Result refused = build.maven(Map.of(), "transcendence:check", "-Dtranscendence.release");

        assertThat(refused.output()).contains("a release writes schema-check/released; it goes with no other baseline");

        Result released =
                build.maven(Map.of(), "transcendence:check", "-Dtranscendence.release", "-Dtranscendence.baseline=");

        assertThat(released.status()).as(released.output()).isZero();
        assertThat(build.read("schema-check/released/supergraph.graphql")).contains("enum join__Graph");
    }

    @Test
    void theHelpGoalListsTheParameters() throws IOException, InterruptedException {
        Result help = SampleBuild.of(folder, "").maven(Map.of(), "transcendence:help", "-Ddetail=true", "-Dgoal=check");
        assertThat(help.status()).as(help.output()).isZero();
        assertThat(help.output()).contains("transcendence:check", "houseRules", "markdownFile", "git:origin/main");
    }
}
