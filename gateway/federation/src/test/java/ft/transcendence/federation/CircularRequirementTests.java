package ft.transcendence.federation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.engine.FederationEngine;
import org.junit.jupiter.api.Test;

/** Fields that require each other are null, nothing is fetched for them, and other fields are not affected. */
final class CircularRequirementTests {

    private static final String SUPERGRAPH = """
            schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/join/v0.3", for: EXECUTION) { query: Query }
            enum join__Graph { A @join__graph(name: "a", url: "http://a") B @join__graph(name: "b", url: "http://b") }
            type Query @join__type(graph: A) @join__type(graph: B) { product: Product @join__field(graph: A) }
            type Product @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
              id: ID!
              chicken: Int @join__field(graph: A, requires: "egg") @join__field(graph: B, external: true)
              egg: Int @join__field(graph: B, requires: "chicken") @join__field(graph: A, external: true)
              next: Product @join__field(graph: B, requires: "next { id egg }")
              stock: Int @join__field(graph: B)
            }
            """;

    private static String run(ScriptedTransport subgraphs, String query) {
        return FederationEngine.builder()
                .supergraph(SUPERGRAPH)
                .transport(subgraphs)
                .build()
                .execute(GraphQLRequest.of(query), RequestContext.anonymous())
                .join()
                .bodyAsString();
    }

    @Test
    void nothingIsFetchedForAnOperationWithSuchAField() {
        for (String field : new String[] {"chicken", "egg", "next { stock }"}) {
            ScriptedTransport subgraphs = new ScriptedTransport();
            assertThat(run(subgraphs, "{ product { stock " + field + " } }"))
                    .contains("UNREACHABLE_FIELD")
                    .contains("\"data\":null");
            assertThat(subgraphs.requests()).isEmpty();
        }
    }

    @Test
    void fieldsBesideThemAreFetched() {
        ScriptedTransport subgraphs = new ScriptedTransport()
                .respond("a", "{\"data\":{\"product\":{\"id\":\"1\"}}}")
                .respond("b", "{\"data\":{\"_entities\":[{\"stock\":7}]}}");
        assertThat(run(subgraphs, "{ product { stock } }")).isEqualTo("{\"data\":{\"product\":{\"stock\":7}}}");
    }
}
