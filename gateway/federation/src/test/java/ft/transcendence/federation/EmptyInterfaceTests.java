package ft.transcendence.federation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Interfaces and interface objects that no object type implements (yet) have fields like any other. */
final class EmptyInterfaceTests {

    private static final ScriptedEngine ENGINE = new ScriptedEngine("""
            schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION) { query: Query }
            enum join__Graph { A @join__graph(name: "a", url: "") B @join__graph(name: "b", url: "") }
            type Query @join__type(graph: A) @join__type(graph: B) {
              media: Media @join__field(graph: A)
              rated: [Media] @join__field(graph: B)
              thing: Thing @join__field(graph: A)
              open: Int @join__field(graph: A)
            }
            interface Media @join__type(graph: A, key: "id") @join__type(graph: B, key: "id", isInterfaceObject: true) {
              id: ID!
              title: String @join__field(graph: A)
              rating: Int @join__field(graph: B)
              reviews: [Review] @join__field(graph: B)
            }
            type Review @join__type(graph: B) { text: String of: Media }
            interface Thing @join__type(graph: A) { name: String! inner: Thing }
            """);

    @Test
    void fetchesFieldsOfAnInterfaceObject() {
        ScriptedTransport subgraphs = new ScriptedTransport()
                .respond(
                        "b",
                        "{\"data\":{\"rated\":[{\"id\":\"1\",\"rating\":5,\"reviews\":[{\"text\":\"t\",\"of\":{\"rating\":4}}]},null]}}");
        assertThat(ENGINE.execute(subgraphs, "{ rated { id rating reviews { text of { rating } } } }"))
                .isEqualTo(
                        "{\"data\":{\"rated\":[{\"id\":\"1\",\"rating\":5,\"reviews\":[{\"text\":\"t\",\"of\":{\"rating\":4}}]},null]}}");
        assertThat(subgraphs.requests())
                .containsExactly("b {\"query\":\"{rated{id rating reviews{text of{rating}}}}\"}");
    }

    @Test
    void entityMovesUseTheNameOfTheInterface() {
        ScriptedTransport subgraphs = new ScriptedTransport()
                .respond("b", "{\"data\":{\"rated\":[{\"id\":\"1\",\"rating\":5}]}}")
                .respond("a", "{\"data\":{\"_entities\":[{\"title\":\"T\"}]}}");
        assertThat(ENGINE.execute(subgraphs, "{ rated { title rating ... on Media { id } } }"))
                .isEqualTo("{\"data\":{\"rated\":[{\"title\":\"T\",\"rating\":5,\"id\":\"1\"}]}}");
        assertThat(subgraphs.requests().getLast())
                .contains("...on Media{title}", "{\"__typename\":\"Media\",\"id\":\"1\"}");
    }

    @Test
    void fetchesFieldsOfAnInterfaceWithoutImplementations() {
        ScriptedTransport subgraphs =
                new ScriptedTransport().respond("a", "{\"data\":{\"thing\":null,\"media\":null,\"open\":1}}");
        assertThat(ENGINE.execute(
                        subgraphs,
                        "{ thing { __typename name inner { inner { name } } } media { rating title } open }"))
                .isEqualTo("{\"data\":{\"thing\":null,\"media\":null,\"open\":1}}");
        assertThat(subgraphs.requests())
                .containsExactly("a {\"query\":\"{thing{__typename name inner{inner{name}}} media{title id} open}\"}");
    }
}
