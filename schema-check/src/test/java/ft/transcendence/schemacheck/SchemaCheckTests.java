package ft.transcendence.schemacheck;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.schemacheck.composition.HintLevel;
import ft.transcendence.schemacheck.finding.FailOn;
import ft.transcendence.schemacheck.finding.Finding;
import ft.transcendence.schemacheck.finding.Level;
import ft.transcendence.schemacheck.finding.Report;
import ft.transcendence.schemacheck.finding.Section;
import ft.transcendence.schemacheck.rules.HouseRule;
import ft.transcendence.schemacheck.verdict.Paint;
import ft.transcendence.schemacheck.verdict.TextVerdict;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaCheckTests {
    private static final String USERS = "users/schema/users.graphqls";
    private static final String MATCHES = "matches/schema/matches.graphqls";
    private static final String BIO = "  \"A few words.\"\n  bio: String\n";
    private static final String BASELINE = "schema-check/released/supergraph.graphql";

    @TempDir
    private Path folder;

    @Test
    void releasesABreakingChangeOnPurpose() {
        TestPlatform platform = TestPlatform.released(folder);
        platform.change(USERS, "  \"Is the player there?\"\n  presence: Presence!\n", "");
        assertThat(platform.composeAndCheck().passed()).isFalse();
        assertThat(platform.release().released()).isTrue();
        Report after = platform.check();
        assertThat(after.passed()).isTrue();
        assertThat(after.findings()).isEmpty();
    }

    @Test
    void refusesToReleaseWhatBreaksARecordedOperation() {
        TestPlatform platform = TestPlatform.released(folder);
        String before = platform.read(BASELINE);
        platform.change(USERS, BIO, "");
        platform.compose();
        Report report = platform.release();
        assertThat(report.released()).isFalse();
        assertThat(report.passed()).isFalse();
        CheckOptions release = platform.options().purpose(Purpose.RELEASE).build();
        assertThat(TextVerdict.write(report, release, Paint.PLAIN))
                .contains("A release cannot break a recorded operation");
        assertThat(platform.read(BASELINE)).isEqualTo(before);
    }

    @Test
    void aReleaseRemovesEventsThatAreGone() {
        TestPlatform platform = TestPlatform.released(folder);
        String event = platform.read("matches/events/match-completed.v1.schema.json");
        platform.write("matches/events/match-voided.v1.schema.json", event);
        assertThat(platform.release().released()).isTrue();
        platform.folder()
                .resolve("matches/events/match-voided.v1.schema.json")
                .toFile()
                .delete();
        assertThat(TestPlatform.bad(platform.check()))
                .containsExactly("BREAKING match-voided.v1.schema.json: event was removed, but consumers expect it");
        assertThat(platform.release().released()).isTrue();
        assertThat(platform.check().findings()).isEmpty();
    }

    @Test
    void aSchemaThatDoesNotParseFailsWithItsPlace() {
        TestPlatform platform = TestPlatform.released(folder);
        platform.change(USERS, "  bio: String\n", "  bio String\n");
        Report report = platform.check();
        assertThat(report.passed()).isFalse();
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.where()).isEqualTo("INVALID_GRAPHQL");
            assertThat(finding.locations()).map(Object::toString).containsExactly("users/schema/users.graphqls:60:7");
        });
    }

    @Test
    void anOutdatedSupergraphIsStale() {
        TestPlatform platform = TestPlatform.released(folder);
        platform.change(USERS, "\"A few words.\"", "\"Some words.\"");
        Report report = platform.check();
        assertThat(report.passed()).isFalse();
        assertThat(TextVerdict.write(report, platform.options().build(), Paint.PLAIN))
                .containsPattern("ERROR +supergraph\\.graphql: is stale\n +→ run \\./transcend compose");
    }

    @Test
    void aSupergraphThatIsNotCommittedIsMissing() {
        TestPlatform platform = TestPlatform.copied(folder);
        assertThat(TestPlatform.bad(platform.check())).containsExactly("ERROR supergraph.graphql: is missing");
    }

    @Test
    void aGraphOfOthersNeedsNoHouseRules() {
        TestPlatform platform = TestPlatform.copied(folder);
        platform.change(MATCHES, "  wins: Int\n", "  wins: Int\n  Losses_Total: Int!\n");
        assertThat(TestPlatform.bad(platform.check())).hasSize(4);
        Report report = SchemaCheck.run(platform.options().houseRules(Set.of()).build());
        assertThat(TestPlatform.bad(report)).isEmpty();
        assertThat(report.sections()).map(Section::name).doesNotContain("conventions", "nullability");
    }

    @Test
    void eachHouseRuleCanBeTurnedOff() {
        TestPlatform platform = TestPlatform.copied(folder);
        platform.change(MATCHES, "  wins: Int\n", "  wins: Int\n  Losses_Total: Int!\n");
        CheckOptions options =
                platform.options().houseRules(Set.of(HouseRule.NULLABILITY)).build();
        assertThat(TestPlatform.bad(SchemaCheck.run(options)))
                .containsExactly(
                        "ERROR matches/schema/matches.graphqls:17 User.Losses_Total: is non-null, but User is an"
                                + " entity of users: when matches is down, the whole User is null");
    }

    @Test
    void invalidRecordedOperationsFail() {
        TestPlatform platform = TestPlatform.released(folder);
        platform.write("client-operations/broken.graphql", "query { viewer { id }");
        platform.write("client-operations/nameless.graphql", "{ viewer { id } }");
        platform.write("client-operations/wrong.graphql", "query Wrong { nobody }");
        assertThat(TestPlatform.bad(platform.check()))
                .containsExactly(
                        "ERROR client-operations/broken.graphql:1:22: Invalid syntax with offending token '<EOF>'",
                        "ERROR client-operations/nameless.graphql: every recorded operation needs a name, and every"
                                + " file an operation",
                        "BREAKING client-operations/wrong.graphql:1:15: Field 'nobody' in type 'Query' is undefined");
    }

    @Test
    void usesOfDeprecatedElementsAreReportedAndPass() {
        TestPlatform platform = TestPlatform.released(folder);
        platform.change(USERS, "  bio: String\n", "  bio: String @deprecated(reason: \"Use about.\")\n");
        Report report = platform.composeAndCheck();
        assertThat(report.passed()).isTrue();
        assertThat(TestPlatform.bad(report))
                .containsExactly(
                        "DANGEROUS client-operations/player-page.graphql:5:5: The field User.bio is deprecated. Use"
                                + " about.");
    }

    @Test
    void dangerousChangesCanFailToo() {
        TestPlatform platform = TestPlatform.released(folder);
        platform.change(USERS, "  OFFLINE\n", "  OFFLINE\n  \"Wants no company.\"\n  BUSY\n");
        platform.compose();
        CheckOptions strict = platform.options().failOn(FailOn.DANGEROUS).build();
        Report report = SchemaCheck.run(strict);
        assertThat(report.passed()).isFalse();
        assertThat(TextVerdict.write(report, strict, Paint.PLAIN))
                .contains("FAILED: 1 dangerous change; nothing breaks.");
    }

    @Test
    void breakingChangesMayPass() {
        TestPlatform platform = TestPlatform.released(folder);
        platform.change(USERS, BIO, "");
        platform.compose();
        CheckOptions lenient = platform.options().failOn(FailOn.ERROR).build();
        Report report = SchemaCheck.run(lenient);
        assertThat(report.passed()).isTrue();
        assertThat(TextVerdict.write(report, lenient, Paint.PLAIN))
                .contains("PASSED, with 2 breaking changes. Affected: PlayerPage"
                        + " (client-operations/player-page.graphql).");
    }

    @Test
    void hintsOfCompositionAreShownOnRequest() {
        TestPlatform platform = TestPlatform.released(folder);
        platform.change(MATCHES, "\"A picture.\"", "\"An image.\"");
        platform.compose();
        Report report = SchemaCheck.run(platform.options().hints(HintLevel.WARN).build());
        assertThat(report.passed()).isTrue();
        assertThat(report.findings().filter(finding -> finding.level() == Level.HINT))
                .anySatisfy(hint -> {
                    assertThat(hint.where()).isEqualTo("INCONSISTENT_DESCRIPTION");
                    assertThat(hint.message()).contains("Avatar");
                    assertThat(hint.locations()).hasSize(2);
                });
        assertThat(platform.check().findings()).extracting(Finding::level).doesNotContain(Level.HINT);
    }

    @Test
    void whatIsGoneIsLocatedWhereItsParentStands() {
        TestPlatform platform = TestPlatform.released(folder);
        platform.change(USERS, "  \"Plays a match.\"\n  IN_GAME\n", "");
        assertThat(platform.composeAndCheck().findings()).singleElement().satisfies(finding -> assertThat(
                        finding.locations())
                .map(Object::toString)
                .containsExactly("users/schema/users.graphqls:43:1"));
    }

    @Test
    void brokenEventSchemasAreReported() {
        TestPlatform platform = TestPlatform.released(folder);
        platform.write("matches/events/Match_Voided.json.schema.json", "{}");
        platform.write("matches/events/match-begun.v1.schema.json", "{\n  \"type\": ,\n}");
        platform.write("users/events/match-completed.v1.schema.json", "{\"required\": [1]}");
        platform.write(
                "users/events/user-left.v1.schema.json",
                "{\"type\": \"object\", \"propertees\": {}, \"properties\": {\"a\": {\"$ref\": \"#/$defs/b\"}, \"c\":"
                        + " {\"format\": \"uuidd\"}}}");
        assertThat(TestPlatform.bad(platform.check()))
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line)
                                .isEqualTo("ERROR matches/events/Match_Voided.json.schema.json: the file name must have"
                                        + " the form <what-happened>.v<version>.schema.json"),
                        line -> assertThat(line)
                                .startsWith("ERROR matches/events/match-begun.v1.schema.json:2:11: not valid JSON: "),
                        line -> assertThat(line)
                                .isEqualTo("ERROR users/events/match-completed.v1.schema.json: another producer has an"
                                        + " event of this name"),
                        line -> assertThat(line)
                                .startsWith("ERROR users/events/match-completed.v1.schema.json: /required/0: "),
                        line -> assertThat(line)
                                .isEqualTo("ERROR users/events/user-left.v1.schema.json: /propertees: unknown keyword"
                                        + " \"propertees\""),
                        line -> assertThat(line)
                                .isEqualTo("ERROR users/events/user-left.v1.schema.json: /properties/a/$ref: the"
                                        + " reference #/$defs/b leads nowhere in this file"),
                        line -> assertThat(line)
                                .isEqualTo("ERROR users/events/user-left.v1.schema.json: /properties/c/format: unknown"
                                        + " format \"uuidd\""));
    }
}
