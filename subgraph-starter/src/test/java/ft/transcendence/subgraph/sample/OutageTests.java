package ft.transcendence.subgraph.sample;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.subgraph.testing.SubgraphTest;
import ft.transcendence.subgraph.testing.TestGraphQL;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What clients and operators see while the database is down, and that the log is not flooded. */
@SubgraphTest
@ExtendWith(OutputCaptureExtension.class)
class OutageTests {

    private static final int FIELDS = 50;

    @LocalServerPort
    int port;

    @Test
    void asksClientsToRetryAndThrottlesTheLog(CapturedOutput log) {
        JsonNode response = TestGraphQL.on(port).execute(many("away"));

        assertThat(response.path("errors")).hasSize(FIELDS).allSatisfy(error -> {
            assertThat(error.at("/extensions/code").asString()).isEqualTo("UNAVAILABLE");
            assertThat(error.at("/extensions").propertyNames()).containsExactly("code");
            assertThat(error.at("/message").asString()).isEqualTo("This is temporarily unavailable. Try again.");
        });
        assertThat(Pattern.compile("Database failure").matcher(log.getAll()).results())
                .hasSizeLessThan(FIELDS / 5);
        assertThat(log.getAll().lines().filter(line -> line.contains("ErrorMapping")))
                .noneMatch(line -> line.contains(" ERROR "));
    }

    @Test
    void doesNotClaimThatAChangeFailed() {
        JsonNode response = TestGraphQL.on(port).execute("mutation { away }");

        assertThat(response.at("/errors/0/extensions/code").asString()).isEqualTo("UNAVAILABLE");
        assertThat(response.at("/errors/0/message").asString())
                .isEqualTo("This is temporarily unavailable."
                        + " The change may or may not have been made: check before you try again.");
    }

    @Test
    void logsAFailedBatchOnce(CapturedOutput log) {
        JsonNode response = TestGraphQL.on(port).execute(many("broken"));

        assertThat(response.path("errors")).hasSize(FIELDS);
        assertThat(response.path("errors")
                        .valueStream()
                        .map(error -> error.at("/extensions/errorId").asString())
                        .distinct())
                .singleElement()
                .satisfies(id -> assertThat(log.getAll()).containsOnlyOnce(id));
    }

    @Test
    void doesNotLogUnknownEntities(CapturedOutput log) {
        JsonNode response = TestGraphQL.on(port)
                .execute(
                        "{ _entities(representations: [{ __typename: \"Thing\", id: \"missing\" }]) { ... on Thing { name } } }");

        assertThat(response.at("/data/_entities/0").isNull()).isTrue();
        assertThat(log.getAll()).doesNotContain("DgsEntityFetcher returned null");
    }

    private static String many(String field) {
        return IntStream.range(0, FIELDS)
                .mapToObj(number -> "f" + number + ": " + field)
                .collect(Collectors.joining(" ", "{ ", " }"));
    }
}
