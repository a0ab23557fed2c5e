package ft.transcendence.federation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.engine.FederationEngine;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An engine redacts errors by default. */
class RedactedEntityErrorTests {

    private final List<String> heard = new ArrayList<>();

    @Test
    void redactsErrorsOfEntityFetchesAndNotifiesTheListenerOnce() {
        ScriptedTransport subgraphs = new ScriptedTransport()
                .respond("reviews", "{\"data\":{\"latest\":[{\"author\":{\"id\":\"1\"}},{\"author\":{\"id\":\"1\"}}]}}")
                .respond("users", """
                        {"errors":[{"message":"secret","path":["_entities",0,"name"],"extensions":{"stack":["secret"]}}],
                         "data":{"_entities":[{"name":null}]}}""");
        FederationEngine engine = FederationEngine.builder()
                .supergraph(People.SUPERGRAPH)
                .transport(subgraphs)
                .planOnCallingThread()
                .subgraphErrorListener((subgraph, errors, context) -> heard.add(subgraph + " " + errors.size()))
                .build();

        GraphQLResponse response = engine.execute(
                        GraphQLRequest.of("{ latest { author { name } } }"), RequestContext.anonymous())
                .join();

        assertThat(response.bodyAsString())
                .isEqualTo("{\"data\":{\"latest\":[{\"author\":{\"name\":null}},{\"author\":{\"name\":null}}]},"
                        + "\"errors\":[" + at(0) + "," + at(1) + "]}");
        assertThat(heard).containsExactly("users 1");
    }

    private static String at(int review) {
        return "{\"message\":\"The subgraph 'users' reported an error\",\"path\":[\"latest\"," + review
                + ",\"author\",\"name\"],\"extensions\":{\"code\":\"DOWNSTREAM_SERVICE_ERROR\",\"service\":\"users\"}}";
    }
}
