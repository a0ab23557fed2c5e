package ft.transcendence.federation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.engine.FederationEngine;
import org.junit.jupiter.api.Test;

/** The response has its fields in the order in which they first occur in the document for the object's type. */
final class ResponseOrderTests {

    private static final String SUPERGRAPH = """
            schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION)
            { query: Query }
            enum join__Graph { A @join__graph(name: "a", url: "") }
            type Query @join__type(graph: A) { things: [Thing] }
            interface Thing @join__type(graph: A) { id: ID! name: String }
            type Book implements Thing @join__type(graph: A) @join__implements(graph: A, interface: "Thing") { id: ID! name: String }
            type Film implements Thing @join__type(graph: A) @join__implements(graph: A, interface: "Thing") { id: ID! name: String }
            """;

    private static final String RESPONSE = """
            {"data":{"things":[{"__typename":"Book","id":"1","name":"b"},{"__typename":"Film","id":"2","name":"f"}]}}""";

    private final ScriptedTransport subgraphs = new ScriptedTransport().respond("a", RESPONSE);

    private String run(String query) {
        return FederationEngine.builder()
                .supergraph(SUPERGRAPH)
                .transport(subgraphs)
                .build()
                .execute(GraphQLRequest.of(query), RequestContext.anonymous())
                .join()
                .bodyAsString();
    }

    @Test
    void differsBetweenTypesWhereAConditionComesFirst() {
        assertThat(run("{ things { ... on Book { __typename } t1: __typename __typename } }"))
                .isEqualTo("{\"data\":{\"things\":[{\"__typename\":\"Book\",\"t1\":\"Book\"},"
                        + "{\"t1\":\"Film\",\"__typename\":\"Film\"}]}}");
    }

    @Test
    void typenameIsFetchedIfOnlyTheOrderDependsOnIt() {
        assertThat(run("{ things { ... on Film { name } id name } }"))
                .isEqualTo("{\"data\":{\"things\":[{\"id\":\"1\",\"name\":\"b\"},{\"name\":\"f\",\"id\":\"2\"}]}}");
        assertThat(subgraphs.requests()).containsExactly("a {\"query\":\"{things{name id __typename}}\"}");
    }

    @Test
    void isTheOrderOfTheDocument() {
        assertThat(run("{ things { ... on Thing { name } id ... on Book { name } } }"))
                .isEqualTo("{\"data\":{\"things\":[{\"name\":\"b\",\"id\":\"1\"},{\"name\":\"f\",\"id\":\"2\"}]}}");
        assertThat(subgraphs.requests()).containsExactly("a {\"query\":\"{things{name id}}\"}");
    }
}
