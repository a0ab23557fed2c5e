package ft.transcendence.schemacheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.schemacheck.CheckOptions;
import ft.transcendence.schemacheck.finding.Finding;
import ft.transcendence.schemacheck.finding.Level;
import ft.transcendence.schemacheck.finding.Location;
import ft.transcendence.schemacheck.finding.Report;
import ft.transcendence.schemacheck.finding.Section;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ReportFormatsTests {
    private static final CheckOptions OPTIONS =
            CheckOptions.builder(Path.of("/work/project/graph/supergraph.yaml")).build();

    private static final Report REPORT = new Report(
            false,
            false,
            List.of(
                    new Section(
                            "composition",
                            "2 subgraphs: a, b",
                            List.of(new Finding(Level.HINT, "INCONSISTENT_DESCRIPTION", "User has several descriptions")
                                    .at(new Location("a.graphqls", 3, 1)))),
                    new Section(
                            "consumer schema",
                            "1 breaking, 1 dangerous, 1 safe",
                            List.of(
                                    new Finding(
                                            Level.SAFE, "User.name", "Field 'name' was added to object type 'User'"),
                                    new Finding(
                                                    Level.BREAKING,
                                                    "User.bio",
                                                    "Field 'bio' was removed\nfrom 100% of <users> | @everyone")
                                            .hint("keep it: *please*")
                                            .usedBy(List.of("PlayerPage (client-operations/player-page.graphql)"))
                                            .at(List.of(
                                                    new Location("a,b/users.graphqls", 12, 3),
                                                    new Location("b.graphqls", 1, 1))),
                                    new Finding(Level.DANGEROUS, "Presence.BUSY", "Enum value 'BUSY' was added"))),
                    new Section(
                            "client operations",
                            "0 of 1 recorded documents are valid",
                            List.of(new Finding(
                                            Level.BREAKING,
                                            "http://localhost/x.graphql:5:5",
                                            "Field 'bio' in type 'User' is undefined")
                                    .in("PlayerPage (client-operations/player-page.graphql)")
                                    .at(new Location("http://localhost/x.graphql", 5, 5))))));

    @Test
    void markdownShowsWhatBreaksAndFoldsTheRest() {
        assertThat(MarkdownVerdict.write(REPORT, OPTIONS)).isEqualTo("""
            ### ❌ Schema check

            **FAILED: 2 breaking changes. Affected: PlayerPage (client-operations/player-page.graphql).**

            Keep the old form beside the new one (&#64;deprecated), or release it on purpose: ./transcend check --release

            | | part | |
            |---|---|---|
            | ✅ | composition | 2 subgraphs: a, b |
            | ❌ | consumer schema | 1 breaking, 1 dangerous, 1 safe |
            | ❌ | client operations | 0 of 1 recorded documents are valid |

            #### What is wrong or breaks (2)

            | level | where | what |
            |---|---|---|
            | BREAKING | `User.bio`<br>`a,b/users.graphqls:12:3`<br>`b.graphqls:1:1` | Field 'bio' was removed from 100% of &#60;users&#62; &#124; &#64;everyone<br>used by PlayerPage (client-operations/player-page.graphql)<br>→ keep it: &#42;please&#42; |
            | BREAKING | `http://localhost/x.graphql:5:5` | Field 'bio' in type 'User' is undefined<br>in PlayerPage (client-operations/player-page.graphql) |

            <details><summary>What may surprise (2)</summary>

            | level | where | what |
            |---|---|---|
            | HINT | `INCONSISTENT_DESCRIPTION`<br>`a.graphqls:3:1` | User has several descriptions |
            | DANGEROUS | `Presence.BUSY` | Enum value 'BUSY' was added |

            </details>

            <details><summary>Safe changes (1)</summary>

            | level | where | what |
            |---|---|---|
            | SAFE | `User.name` | Field 'name' was added to object type 'User' |

            </details>
            """);
    }

    @Test
    void markdownOfAPassedCheckIsShort() {
        Report passed =
                new Report(true, false, List.of(new Section("composition", "1 subgraphs: my_users", List.of())));
        assertThat(MarkdownVerdict.write(passed, OPTIONS)).isEqualTo("""
            ### ✅ Schema check

            **PASSED: nothing that clients or event consumers rely on breaks.**

            | | part | |
            |---|---|---|
            | ✅ | composition | 1 subgraphs: my&#95;users |
            """);
    }

    @Test
    void jsonHasWhatAFindingHas() {
        assertThat(JsonMapper.shared().readTree(JsonVerdict.write(REPORT)))
                .isEqualTo(JsonMapper.shared().readTree("""
                    {"passed": false, "released": false, "sections": [
                      {"name": "composition", "summary": "2 subgraphs: a, b", "findings": [
                        {"level": "HINT", "where": "INCONSISTENT_DESCRIPTION", "message": "User has several descriptions",
                         "places": [{"file": "a.graphqls", "line": 3, "column": 1}]}]},
                      {"name": "consumer schema", "summary": "1 breaking, 1 dangerous, 1 safe", "findings": [
                        {"level": "SAFE", "where": "User.name", "message": "Field 'name' was added to object type 'User'"},
                        {"level": "BREAKING", "where": "User.bio", "message": "Field 'bio' was removed\\nfrom 100% of <users> | @everyone",
                         "hint": "keep it: *please*", "usedBy": ["PlayerPage (client-operations/player-page.graphql)"],
                         "places": [{"file": "a,b/users.graphqls", "line": 12, "column": 3}, {"file": "b.graphqls", "line": 1, "column": 1}]},
                        {"level": "DANGEROUS", "where": "Presence.BUSY", "message": "Enum value 'BUSY' was added"}]},
                      {"name": "client operations", "summary": "0 of 1 recorded documents are valid", "findings": [
                        {"level": "BREAKING", "where": "http://localhost/x.graphql:5:5", "message": "Field 'bio' in type 'User' is undefined",
                         "operation": "PlayerPage (client-operations/player-page.graphql)",
                         "places": [{"file": "http://localhost/x.graphql", "line": 5, "column": 5}]}]}]}
                    """));
    }

    @Test
    void annotationsPointIntoTheWorkspaceAndEscapeWhatGitHubWouldRead() {
        GitHubAnnotations annotations = new GitHubAnnotations(Path.of("/work/project/graph"), Path.of("/work/project"));
        assertThat(annotations.write(REPORT))
                .containsExactly(
                        "::notice file=graph/a.graphqls,line=3,col=1,title=schema check%3A composition::HINT"
                                + " INCONSISTENT_DESCRIPTION: User has several descriptions",
                        "::error file=graph/a%2Cb/users.graphqls,line=12,col=3,title=schema check%3A consumer"
                                + " schema::BREAKING User.bio: Field 'bio' was removed%0Afrom 100%25 of <users> |"
                                + " @everyone%0Aused by PlayerPage (client-operations/player-page.graphql)%0A→ keep it:"
                                + " *please*",
                        "::warning title=schema check%3A consumer schema::DANGEROUS Presence.BUSY: Enum value 'BUSY'"
                                + " was added",
                        "::error title=schema check%3A client operations::BREAKING http://localhost/x.graphql:5:5:"
                                + " Field 'bio' in type 'User' is undefined");
    }

    @Test
    void annotationsAreWantedInAWorkflow() {
        assertThat(GitHubAnnotations.areWanted(Map.of("GITHUB_ACTIONS", "true")))
                .isTrue();
        assertThat(GitHubAnnotations.areWanted(Map.of())).isFalse();
    }
}
