package ft.transcendence.federation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.engine.FederationEngine;
import org.junit.jupiter.api.Test;

/** Entities whose key for one subgraph comes from another subgraph, where it is missing for some of them. */
final class KeyChainExecutionTests {

    private static final String SUPERGRAPH = """
            schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/join/v0.3", for: EXECUTION) { query: Query }
            enum join__Graph { A @join__graph(name: "a", url: "http://a") B @join__graph(name: "b", url: "http://b") C @join__graph(name: "c", url: "http://c") }
            type Query @join__type(graph: A) @join__type(graph: B) @join__type(graph: C) { products: [Product] @join__field(graph: A) }
            type Product @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") @join__type(graph: B, key: "code { text }") @join__type(graph: C, key: "code { text }") {
              id: ID! @join__field(graph: A) @join__field(graph: B)
              code: Code @join__field(graph: B) @join__field(graph: C)
              name: String @join__field(graph: C)
            }
            type Code @join__type(graph: B) @join__type(graph: C) { text: String! }
            """;

    @Test
    void onlyEntitiesWithTheNextKeyAreFetched() {
        ScriptedTransport subgraphs = new ScriptedTransport()
                .respond("a", "{\"data\":{\"products\":[{\"id\":\"1\"},null,{\"id\":\"2\"},{\"id\":\"3\"}]}}")
                .respond("b", "{\"data\":{\"_entities\":[{\"code\":{\"text\":\"x\"}},{\"code\":null},null]}}")
                .respond("c", "{\"data\":{\"_entities\":[{\"name\":\"X\"}]}}");
        FederationEngine engine = FederationEngine.builder()
                .supergraph(SUPERGRAPH)
                .transport(subgraphs)
                .build();

        String response = engine.execute(GraphQLRequest.of("{ products { name } }"), RequestContext.anonymous())
                .join()
                .bodyAsString();

        assertThat(response)
                .isEqualTo("{\"data\":{\"products\":[{\"name\":\"X\"},null,{\"name\":null},{\"name\":null}]}}");
        assertThat(subgraphs.requests()).hasSize(3);
        assertThat(subgraphs.requests().getLast())
                .endsWith("\"representations\":[{\"__typename\":\"Product\",\"code\":{\"text\":\"x\"}}]}}");
    }
}
