package ft.transcendence.schemacheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.schemacheck.TestPlatform;
import ft.transcendence.schemacheck.finding.Report;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextVerdictTests {
    private TestPlatform platform;

    @BeforeEach
    void release(@TempDir Path folder) {
        platform = TestPlatform.released(folder);
    }

    private String verdict(Report report, Paint paint) {
        return TextVerdict.write(report, platform.options().build(), paint);
    }

    @Test
    void namesWhatBreaksWhoIsAffectedAndWhatToDo() {
        platform.change("users/schema/users.graphqls", "  \"Plays a match.\"\n  IN_GAME\n", "");
        platform.change("matches/events/match-completed.v1.schema.json", "\"maximum\": 3600", "\"maximum\": 7200");
        assertThat(verdict(platform.composeAndCheck(), Paint.PLAIN)).isEqualTo("""
            ✔ composition        2 subgraphs: matches, users
            ✔ conventions        names and descriptions
            ✔ nullability        fields added to other subgraphs' entities are nullable
            ✘ consumer schema    1 breaking, 0 dangerous, 0 safe
                BREAKING  Presence.IN_GAME: Enum value 'IN_GAME' was removed from enum 'Presence'
                          used by PlayerPage (client-operations/player-page.graphql)
            ✔ access rules       1 types and fields are protected
            ✔ entity keys        2 entity keys
            ✔ client operations  2 of 2 recorded documents are valid
            ✔ events             1 contracts, 0 breaking, 1 dangerous, 0 safe
                DANGEROUS matches/events/match-completed.v1.schema.json: durationSeconds: maximum changed from 3600 to 7200

            FAILED: 1 breaking change. Affected: PlayerPage (client-operations/player-page.graphql).
            Keep the old form beside the new one (@deprecated), or release it on purpose: ./transcend check --release
            """);
    }

    @Test
    void namesTheOperationThatIsInvalid() {
        platform.change("users/schema/users.graphqls", "  \"A few words.\"\n  bio: String\n", "");
        assertThat(verdict(platform.composeAndCheck(), Paint.PLAIN)).contains("""
            ✘ client operations  1 of 2 recorded documents are valid
                BREAKING  client-operations/player-page.graphql:5:5: Field 'bio' in type 'User' is undefined
                          in PlayerPage (client-operations/player-page.graphql)
            """);
    }

    @Test
    void saysWhereCompositionFailsAndWhatToChange() {
        platform.change("matches/schema/matches.graphqls", "type Avatar @shareable {", "type Avatar {");
        assertThat(verdict(platform.composeAndCheck(), Paint.PLAIN))
                .containsPattern("""
                    ✘ composition        2 subgraphs: matches, users
                        ERROR     INVALID_FIELD_SHARING: .*
                                  at matches/schema/matches.graphqls:32:3
                                  at users/schema/users.graphqls:70:3
                                  → .+
                    ✔ conventions\
                    """)
                .endsWith("\nFAILED: 1 error to fix before anything can be released.\n");
    }

    @Test
    void isColouredForTerminals() {
        assertThat(verdict(platform.check(), Paint.COLOURED))
                .startsWith("\u001b[32m✔\u001b[0m composition")
                .contains("\u001b[32mPASSED: nothing that clients or event consumers rely on breaks.\u001b[0m");
        platform.change("users/schema/users.graphqls", "  \"A few words.\"\n  bio: String\n", "");
        assertThat(verdict(platform.composeAndCheck(), Paint.COLOURED))
                .contains("\u001b[31m✘\u001b[0m consumer schema", "\u001b[31mBREAKING \u001b[0m User.bio");
    }

    @Test
    void tellsOfARelease() {
        assertThat(verdict(platform.release(), Paint.PLAIN))
                .contains("RELEASED: schema-check/released is the new baseline. Review and commit it.");
    }
}
