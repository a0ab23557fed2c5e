package ft.transcendence.composition.subgraph;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.SubgraphInput;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.reader.SubgraphReader;
import ft.transcendence.composition.schema.Field;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class SubgraphFactsTests {
    private static final String LINK = """
            extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", \
            import: ["@key", "@external", "@provides", "@requires", "@shareable", "@extends"])
            """;

    @Test
    void anExternalFieldIsPartlyResolvedWhereItIsProvided() {
        Read read = new Read(LINK + """
                type Query { book: Book @provides(fields: "title") }
                type Book { title: String @external pages: Int @external own: Int }
                """);
        assertThat(read.where(read.facts()::isExternal)).containsExactly("Book.title", "Book.pages");
        assertThat(read.where(read.facts()::isPartiallyExternal)).containsExactly("Book.title");
        assertThat(read.where(read.facts()::isFullyExternal)).containsExactly("Book.pages");
    }

    @Test
    void externalOnATypeCountsInFederation2Only() {
        String sdl = "type Size @external { width: Int }";
        Read federation2 = new Read(LINK + sdl);
        assertThat(federation2.where(federation2.facts()::isExternal)).containsExactly("Size.width");
        Read federation1 = new Read(sdl);
        assertThat(federation1.where(federation1.facts()::isExternal)).isEmpty();
    }

    @Test
    void theKeyOfAnExtensionIsNotExternal() {
        Read read = new Read(LINK + """
                type Query { book: Book }
                extend type Book @key(fields: "id maker { name }") { id: ID! @external maker: Maker }
                type Maker @key(fields: "id") { id: ID! @external name: String @external }
                """);
        assertThat(read.where(read.facts()::isExternal)).containsExactly("Maker.id");
        assertThat(read.where(read.facts()::isKeyOfExtension)).containsExactly("Book.id", "Maker.name");
    }

    @Test
    void whatAnInterfaceStandsForIsUsedInAllImplementations() {
        Read read = new Read(LINK + """
                type Query { node: Node @provides(fields: "next { id }") }
                interface Node { next: Node }
                interface Other { id: ID! }
                type Book implements Node { next: Node id: ID! }
                """);
        assertThat(read.where(read.facts()::isUsed)).containsExactly("Node.next", "Book.next");
    }

    @Test
    void keysProvidedAndMarkedFieldsAreShareable() {
        Read read = new Read(LINK + """
                type Query { book: Book @provides(fields: "title own") }
                type Book @key(fields: "id") { id: ID! title: String @external own: Int marked: Int @shareable }
                type Size @shareable { width: Int }
                extend type Size { height: Int }
                extend type Size @shareable { depth: Int }
                """);
        assertThat(read.where(read.facts()::isShareable))
                .containsExactly("Book.id", "Book.title", "Book.marked", "Size.width", "Size.depth");
    }

    private record Read(Subgraph subgraph, SubgraphFacts facts) {
        Read(String sdl) {
            this(SubgraphReader.read(new SubgraphInput("books", "", sdl), new Findings())
                    .orElseThrow());
        }

        private Read(Subgraph subgraph) {
            this(subgraph, SubgraphFacts.of(subgraph));
        }

        List<String> where(Predicate<Field> predicate) {
            return subgraph.schema().types().values().stream()
                    .flatMap(type -> type.fields().values().stream())
                    .filter(predicate)
                    .map(Field::coordinate)
                    .toList();
        }
    }
}
