package ft.transcendence.federation.planner;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.planner.graph.QueryGraph;
import ft.transcendence.federation.supergraph.reader.SupergraphReader;
import org.junit.jupiter.api.Test;

/** What the printed query graph shows of abstract types; {@code PlanExplanationTests} has a whole graph of object types. */
final class QueryGraphPrinterTests {

    @Test
    void anInterfaceHasItsPossibleTypesAndAnInterfaceObjectItsFields() {
        String supergraph = Plans.supergraph("a b", """
                type Query @join__type(graph: A) @join__type(graph: B) { all: [Media] @join__field(graph: A) hit: Hit @join__field(graph: B) }
                interface Media @join__type(graph: A, key: "id") @join__type(graph: B, key: "id", isInterfaceObject: true) {
                  id: ID! score: Int @join__field(graph: B)
                }
                type Book implements Media @join__implements(graph: A, interface: "Media") @join__type(graph: A, key: "id") { id: ID! score: Int @join__field }
                type Film implements Media @join__implements(graph: A, interface: "Media") @join__type(graph: A, key: "id") { id: ID! score: Int @join__field }
                union Hit @join__type(graph: A) @join__type(graph: B) @join__unionMember(graph: B, member: "Page") = Page
                type Page @join__type(graph: B, key: "id") {
                  id: ID!
                  next: Page @join__field(graph: B, provides: "text")
                  text: String @join__field(graph: B, external: true)
                }
                """);
        assertThat(new QueryGraph(SupergraphReader.read(supergraph)).toString()).isEqualTo("""
                QueryGraph {
                  Subgraph("a") {
                    Query {
                      key edge without a key
                      all: [Media]
                    }
                    Media {
                      key edge { id }
                      possible types Book | Film
                    }
                    Book {
                      key edge { id }
                      id: ID!
                    }
                    Film {
                      key edge { id }
                      id: ID!
                    }
                    Hit {
                      possible types none
                    }
                  }
                  Subgraph("b") {
                    Query {
                      key edge without a key
                      hit: Hit
                    }
                    Media (interface object) {
                      key edge { id }
                      id: ID!
                      score: Int
                    }
                    Hit {
                      possible types Page
                    }
                    Page {
                      key edge { id }
                      id: ID!
                      next: Page provides { text }
                    }
                  }
                }
                """);
    }
}
