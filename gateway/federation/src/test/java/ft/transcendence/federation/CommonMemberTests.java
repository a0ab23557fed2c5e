package ft.transcendence.federation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.engine.FederationEngine;
import org.junit.jupiter.api.Test;

/** A union that two subgraphs resolve at the same position, with members that differ. */
final class CommonMemberTests {

    private static final String SUPERGRAPH = """
            schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION) { query: Query }
            enum join__Graph { A @join__graph(name: "a", url: "") B @join__graph(name: "b", url: "") }
            type Query @join__type(graph: A) @join__type(graph: B) { item: Item inA: Item @join__field(graph: A) }
            union Item @join__type(graph: A) @join__type(graph: B) @join__unionMember(graph: A, member: "Book") @join__unionMember(graph: A, member: "Film")
              @join__unionMember(graph: B, member: "Book") = Book | Film
            type Book @join__type(graph: A) @join__type(graph: B) { title: String! }
            type Film @join__type(graph: A) { title: String! }
            """;

    @Test
    void memberOfOneSubgraphOnlyHasJustItsType() {
        assertThat(run(
                        "{\"data\":{\"item\":{\"__typename\":\"Film\"}}}",
                        "{ item { type: __typename ... on Book { title } ... on Film { title } } }"))
                .isEqualTo("{\"data\":{\"item\":{\"type\":\"Film\"}}}");
    }

    @Test
    void fieldOfOneSubgraphKeepsAllMembers() {
        assertThat(run(
                        "{\"data\":{\"inA\":{\"__typename\":\"Film\",\"title\":\"t\"}}}",
                        "{ inA { ... on Book { title } ... on Film { title } } }"))
                .isEqualTo("{\"data\":{\"inA\":{\"title\":\"t\"}}}");
    }

    private static String run(String response, String query) {
        return FederationEngine.builder()
                .supergraph(SUPERGRAPH)
                .transport(new ScriptedTransport().respond("a", response).respond("b", response))
                .build()
                .execute(GraphQLRequest.of(query), RequestContext.anonymous())
                .join()
                .bodyAsString();
    }
}
