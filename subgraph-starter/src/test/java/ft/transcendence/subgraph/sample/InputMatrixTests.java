package ft.transcendence.subgraph.sample;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ft.transcendence.subgraph.testing.InputMatrix;
import ft.transcendence.subgraph.testing.RequestWriter;
import ft.transcendence.subgraph.testing.SubgraphTest;
import ft.transcendence.subgraph.testing.TestGraphQL;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The matrix must detect missing validation. */
@SubgraphTest
class InputMatrixTests {

    @LocalServerPort
    int port;

    @Test
    void passesFieldsThatRejectInvalidValues() {
        assertThatCode(() -> run("Query.numbers(first)")).doesNotThrowAnyException();
        assertThatCode(() -> run("Query.numbers(after)")).doesNotThrowAnyException();
        assertThatCode(() -> run("Query.echo(time)")).doesNotThrowAnyException();
        assertThatCode(() -> run("_entities of Thing")).doesNotThrowAnyException();
    }

    @Test
    void failsAFieldThatBreaks() {
        assertThatThrownBy(() -> run("Query.careless(number)"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("INTERNAL_SERVER_ERROR");
    }

    private void run(String test) throws Throwable {
        new InputMatrix(
                        RequestWriter.of("/sample/sample.graphqls").with(Map.of("time", "\"2026-03-01T12:30:00Z\"")),
                        TestGraphQL.on(port))
                .tests("Thing")
                .filter(each -> each.getDisplayName().equals(test))
                .findAny()
                .orElseThrow()
                .getExecutable()
                .execute();
    }
}
