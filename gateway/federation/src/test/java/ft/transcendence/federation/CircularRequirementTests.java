package ft.transcendence.federation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Fields that require each other are null, nothing is fetched for them, and other fields are not affected. */
final class CircularRequirementTests {

    private static final ScriptedEngine ENGINE = new ScriptedEngine("""
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
            """);

    @Test
    void fetchesNothingForFieldsThatRequireEachOther() {
        for (String field : new String[] {"chicken", "egg", "next { stock }"}) {
            ScriptedTransport subgraphs = new ScriptedTransport();
            assertThat(ENGINE.execute(subgraphs, "{ product { stock " + field + " } }"))
                    .contains("UNREACHABLE_FIELD")
                    .contains("\"data\":null");
            assertThat(subgraphs.requests()).isEmpty();
        }
    }

    @Test
    void fetchesOtherFields() {
        ScriptedTransport subgraphs = new ScriptedTransport()
                .respond("a", "{\"data\":{\"product\":{\"id\":\"1\"}}}")
                .respond("b", "{\"data\":{\"_entities\":[{\"stock\":7}]}}");
        assertThat(ENGINE.execute(subgraphs, "{ product { stock } }"))
                .isEqualTo("{\"data\":{\"product\":{\"stock\":7}}}");
    }
}
