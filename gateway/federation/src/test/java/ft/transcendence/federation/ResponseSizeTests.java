package ft.transcendence.federation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.engine.FederationEngine;
import org.junit.jupiter.api.Test;

/** A response can be larger than those of the subgraphs: it repeats values for aliases and for entities that occur several times. */
class ResponseSizeTests {
    private static final String QUERY = "{ latest { author { a: name b: name } } }";

    @Test
    void refusesToBuildAResponseThatIsTooLong() {
        assertThat(response(10_000))
                .isEqualTo(
                        "{\"data\":null,\"errors\":[{\"message\":\"The response would have more than 10000 bytes;"
                                + " select fewer fields or smaller pages.\",\"extensions\":{\"code\":\"RESPONSE_TOO_LARGE\"}}]}");
    }

    @Test
    void acceptsAResponseAtTheLimit() {
        String whole = response(Integer.MAX_VALUE);
        assertThat(whole).hasSizeGreaterThan(10_000);
        assertThat(response(whole.length())).isEqualTo(whole);
        assertThat(response(whole.length() - 1)).contains("RESPONSE_TOO_LARGE");
    }

    private static String response(int limit) {
        ScriptedTransport subgraphs = new ScriptedTransport()
                .respond("reviews", "{\"data\":{\"latest\":[{\"author\":{\"id\":\"1\"}},{\"author\":{\"id\":\"1\"}}]}}")
                .respond(
                        "users",
                        "{\"data\":{\"_entities\":[{\"name\":\"NAME\",\"a\":\"NAME\",\"b\":\"NAME\"}]}}"
                                .replace("NAME", "x".repeat(3_000)));
        FederationEngine engine = FederationEngine.builder()
                .supergraph(People.SUPERGRAPH)
                .transport(subgraphs)
                .planOnCallingThread()
                .build();
        return engine.execute(
                        GraphQLRequest.of(QUERY),
                        RequestContext.builder().maxResponseSize(limit).build())
                .join()
                .bodyAsString();
    }
}
