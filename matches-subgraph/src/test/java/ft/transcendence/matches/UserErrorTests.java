package ft.transcendence.matches;

import ft.transcendence.subgraph.testing.UserErrorRules;
import org.junit.jupiter.api.Test;

/** The errors of mutations in the schema and in the code. */
class UserErrorTests {

    private final UserErrorRules rules = UserErrorRules.of("/schema/matches.graphqls", ArchitectureTests.ROOT);

    @Test
    void codesEqualTheSchemas() {
        rules.assertCodesEqualTheSchemas();
    }

    @Test
    void everyMutationReportsThem() {
        rules.assertEveryMutationReportsThem();
    }
}
