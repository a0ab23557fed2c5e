package ft.transcendence.subgraph.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ft.transcendence.subgraph.testing.AccessMatrix;
import ft.transcendence.subgraph.testing.AccessRules;
import ft.transcendence.subgraph.testing.RequestWriter;
import ft.transcendence.subgraph.testing.SubgraphTest;
import ft.transcendence.subgraph.testing.TestGraphQL;
import ft.transcendence.subgraph.testing.TestIdentity;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The matrix must detect wrong rules. */
@SubgraphTest
class AccessMatrixTests {

    @LocalServerPort
    int port;

    @Test
    void passesAFieldThatFollowsItsRule() {
        assertThatCode(() -> run("Query.secretOfPlayers login value forbidden", "Query.secretOfPlayers"))
                .doesNotThrowAnyException();
    }

    @Test
    void failsAFieldThatRevealsMoreThanItsRuleAllows() {
        assertThatThrownBy(() -> run("Query.secretOfPlayers login forbidden forbidden", "Query.secretOfPlayers"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("\"player\"=VALUE");
    }

    @Test
    void failsAFieldWithoutARuleAndARuleWithoutAField() {
        assertThatThrownBy(() -> run("Query.secretOfPlayers login value forbidden", "every field has a rule"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Query.finish");
        assertThatThrownBy(() -> run("Query.gone value value value", "Query.gone"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("There is no field Query.gone");
    }

    @Test
    void rejectsARuleThatOmitsACaller() {
        assertThatThrownBy(() -> AccessRules.parse("field anonymous player\nQuery.finish login"))
                .hasMessageContaining("Query.finish");
        assertThat(AccessRules.parse("field anonymous\nThing.* inherited").inheriting())
                .containsExactly("Thing");
    }

    private void run(String line, String test) throws Throwable {
        TestGraphQL anonymous = TestGraphQL.on(port);
        Map<String, TestGraphQL> callers = Map.of(
                "anonymous", anonymous,
                "player", anonymous.as(TestIdentity.instance().player(UUID.randomUUID(), "ada")),
                "service", anonymous.as(TestIdentity.instance().gameServer()));
        Executable executable = new AccessMatrix(
                        AccessRules.parse("field anonymous player service\n" + line),
                        RequestWriter.of("/sample/sample.graphqls"),
                        callers)
                .tests()
                .filter(each -> each.getDisplayName().equals(test))
                .findAny()
                .orElseThrow()
                .getExecutable();
        executable.execute();
    }
}
