package ft.transcendence.schemacheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ft.transcendence.schemacheck.finding.Report;
import ft.transcendence.schemacheck.verdict.Paint;
import ft.transcendence.schemacheck.verdict.TextVerdict;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes that really happen, each made in a released platform, each with the verdict a developer must read. */
class MistakesTests {
    private static final String USERS = "users/schema/users.graphqls";
    private static final String MATCHES = "matches/schema/matches.graphqls";
    private static final String COMPLETED = "matches/events/match-completed.v1.schema.json";

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments(
                        "removed field that a client selects",
                        USERS,
                        "  \"A few words.\"\n  bio: String\n",
                        "",
                        List.of(
                                "BREAKING User.bio: Field 'bio' was removed from object type 'User'",
                                "BREAKING client-operations/player-page.graphql:5:5: Field 'bio' in type 'User' is"
                                        + " undefined")),
                arguments(
                        "removed field that no recorded operation selects",
                        USERS,
                        "  \"Is the player there?\"\n  presence: Presence!\n",
                        "",
                        List.of("BREAKING User.presence: Field 'presence' was removed from object type 'User'")),
                arguments(
                        "field made nullable",
                        USERS,
                        "username: String!",
                        "username: String",
                        List.of("BREAKING User.username: Field 'User.username' changed type from 'String!' to"
                                + " 'String'")),
                arguments("field made non-null", USERS, "bio: String\n", "bio: String!\n", List.of()),
                arguments(
                        "input field made non-null",
                        USERS,
                        "displayName: String\n",
                        "displayName: String!\n",
                        List.of("BREAKING UpdateProfileInput.displayName: Input field 'UpdateProfileInput.displayName'"
                                + " changed type from 'String' to 'String!'")),
                arguments(
                        "required argument added",
                        MATCHES,
                        "    id: ID!\n  ): Match",
                        "    id: ID!\n    \"The season.\"\n    season: Int!\n  ): Match",
                        List.of(
                                "BREAKING Query.match.season: Argument 'season: Int!' added to field 'Query.match'",
                                "BREAKING client-operations/match.graphql:2:3: Missing field argument 'season'")),
                arguments(
                        "optional argument added",
                        MATCHES,
                        "    id: ID!\n  ): Match",
                        "    id: ID!\n    \"The season.\"\n    season: Int\n  ): Match",
                        List.of("DANGEROUS Query.match.season: Argument 'season: Int' added to field 'Query.match'")),
                arguments(
                        "enum value removed",
                        USERS,
                        "  \"Plays a match.\"\n  IN_GAME\n",
                        "",
                        List.of("BREAKING Presence.IN_GAME: Enum value 'IN_GAME' was removed from enum 'Presence'")),
                arguments(
                        "enum value added",
                        USERS,
                        "  OFFLINE\n",
                        "  OFFLINE\n  \"Wants no company.\"\n  BUSY\n",
                        List.of("DANGEROUS Presence.BUSY: Enum value 'BUSY' was added to enum 'Presence'")),
                arguments(
                        "renamed type",
                        USERS,
                        "UpdateProfilePayload",
                        "ProfilePayload",
                        List.of(
                                "BREAKING Mutation.updateProfile: Field 'Mutation.updateProfile' changed type from"
                                        + " 'UpdateProfilePayload!' to 'ProfilePayload!'",
                                "BREAKING UpdateProfilePayload: Type 'UpdateProfilePayload' was removed")),
                arguments(
                        "field moved to another subgraph with @override",
                        MATCHES,
                        "  wins: Int\n",
                        "  wins: Int\n  \"A few words.\"\n  bio: String @override(from: \"users\")\n",
                        List.of()),
                arguments(
                        "one of two keys removed",
                        USERS,
                        "type User @key(fields: \"id\") @key(fields: \"username\") {",
                        "type User @key(fields: \"id\") {",
                        List.of("DANGEROUS User @key(fields: \"username\"): was removed from users")),
                arguments(
                        "field that needs a login now",
                        USERS,
                        "  bio: String\n",
                        "  bio: String @authenticated\n",
                        List.of("BREAKING User.bio: requires @authenticated now; it was public")),
                arguments(
                        "new field that needs a login",
                        USERS,
                        "  bio: String\n",
                        "  bio: String\n  \"The address.\"\n  email: String @authenticated\n",
                        List.of()),
                arguments(
                        "field that everybody reads now",
                        USERS,
                        "avatar: Avatar @authenticated",
                        "avatar: Avatar",
                        List.of("DANGEROUS User.avatar: is public now; it required @authenticated")),
                arguments(
                        "event field removed",
                        COMPLETED,
                        "    \"durationSeconds\": { \"type\": \"integer\", \"minimum\": 0, \"maximum\": 3600 },\n",
                        "",
                        List.of("BREAKING matches/events/match-completed.v1.schema.json: durationSeconds: field was"
                                + " removed")),
                arguments(
                        "required event field added",
                        COMPLETED,
                        "\"required\": [\"userId\", \"score\"],\n      \"properties\": {",
                        "\"required\": [\"userId\", \"score\", \"team\"],\n"
                                + "      \"properties\": { \"team\": { \"type\": \"integer\" },",
                        List.of("BREAKING matches/events/match-completed.v1.schema.json: players[].team: required"
                                + " field was added: events already in the topic lack it")),
                arguments(
                        "name against the conventions",
                        USERS,
                        "  bio: String\n",
                        "  bio: String\n  Real_Name: String\n",
                        List.of(
                                "ERROR users/schema/users.graphqls:61 User.Real_Name: fields are named in camelCase",
                                "ERROR users/schema/users.graphqls:61 User.Real_Name: has no description")),
                arguments(
                        "errors of a mutation that do not implement the shared interface",
                        USERS,
                        "  \"The changed profile.\"\n  user: User\n",
                        "  \"The changed profile.\"\n  user: User\n  \"What was wrong.\"\n  errors: [String!]!\n",
                        List.of("ERROR users/schema/users.graphqls:41 UpdateProfilePayload.errors: the errors of a"
                                + " payload have a type that implements UserError")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void areReported(String name, String file, String from, String to, List<String> expected, @TempDir Path folder) {
        TestPlatform platform = TestPlatform.released(folder);
        platform.change(file, from, to);
        Report report = platform.composeAndCheck();
        assertThat(TestPlatform.bad(report)).isEqualTo(expected);
        boolean isHarmless = expected.stream().allMatch(line -> line.startsWith("DANGEROUS"));
        assertThat(report.passed()).isEqualTo(isHarmless);
        assertThat(TextVerdict.write(report, platform.options().build(), Paint.PLAIN))
                .containsPattern(isHarmless ? "(?m)^PASSED" : "(?m)^FAILED");
    }

    static Stream<Arguments> compositionMistakes() {
        return Stream.of(
                arguments(
                        "field moved to another subgraph without @override",
                        MATCHES,
                        "  wins: Int\n",
                        "  wins: Int\n  \"A few words.\"\n  bio: String\n",
                        "INVALID_FIELD_SHARING",
                        "User.bio",
                        List.of("matches/schema/matches.graphqls:18:3", "users/schema/users.graphqls:60:3")),
                arguments(
                        "@shareable missing",
                        MATCHES,
                        "type Avatar @shareable {",
                        "type Avatar {",
                        "INVALID_FIELD_SHARING",
                        "Avatar.url",
                        List.of("matches/schema/matches.graphqls:32:3", "users/schema/users.graphqls:70:3")),
                arguments(
                        "key removed",
                        USERS,
                        "type User @key(fields: \"id\") @key(fields: \"username\") {",
                        "type User {",
                        "INVALID_FIELD_SHARING",
                        "User.id",
                        List.of("matches/schema/matches.graphqls:14:3", "users/schema/users.graphqls:56:3")),
                arguments(
                        "shared field of two types",
                        MATCHES,
                        "  url: String!",
                        "  url: Int!",
                        "FIELD_TYPE_MISMATCH",
                        "Avatar.url",
                        List.of("matches/schema/matches.graphqls:32:3", "users/schema/users.graphqls:70:3")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("compositionMistakes")
    void ofCompositionAreReportedWithTheirPlaces(
            String name,
            String file,
            String from,
            String to,
            String code,
            String coordinate,
            List<String> places,
            @TempDir Path folder) {
        TestPlatform platform = TestPlatform.released(folder);
        platform.change(file, from, to);
        Report report = platform.composeAndCheck();
        assertThat(report.passed()).isFalse();
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.where()).isEqualTo(code);
            assertThat(finding.message()).contains(coordinate);
            assertThat(finding.hint()).isNotBlank();
            assertThat(finding.locations()).map(Object::toString).isEqualTo(places);
        });
    }
}
