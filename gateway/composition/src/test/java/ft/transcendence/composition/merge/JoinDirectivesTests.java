package ft.transcendence.composition.merge;

import static ft.transcendence.composition.CompositionTester.codes;
import static ft.transcendence.composition.CompositionTester.definition;
import static ft.transcendence.composition.CompositionTester.hints;
import static ft.transcendence.composition.CompositionTester.supergraph;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JoinDirectivesTests {

    private static final String LINK =
            "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.12\", import: [\"@key\", \"@cacheTag\", \"@shareable\"]) ";

    @Test
    void carriesCacheTagsForTheSubgraphsThatHaveThem() {
        String[] world = {
            LINK + "type Query { x: Int @shareable @cacheTag(format: \"x\") }",
            LINK + "type Query { x: Int @shareable @cacheTag(format: \"x\") }"
        };
        assertThat(definition("type Query", world))
                .contains("@join__directive(graphs: [A, B], name: \"federation__cacheTag\", args: {format: \"x\"})");
        assertThat(supergraph(world)).contains("https://specs.apollo.dev/cacheTag/v0.1");
        assertThat(codes(world)).isEmpty();
        assertThat(hints(world)).isEmpty();
    }

    @Test
    void carriesConnectors() {
        String supergraph = supergraph(LINK.replace(
                        "extend schema",
                        "extend schema @link(url: \"https://specs.apollo.dev/connect/v0.1\", import: [\"@connect\", \"@source\"]) @source(name: \"api\", http: { baseURL: \"https://api.test\" })")
                + "type Query { x: Int @connect(source: \"api\", http: { GET: \"/x\" }, selection: \"$\") }");
        assertThat(supergraph)
                .contains("@link(url: \"https://specs.apollo.dev/connect/v0.3\", for: EXECUTION)")
                .contains("@join__directive(graphs: [A], name: \"link\"")
                .contains("@join__directive(graphs: [A], name: \"source\"")
                .contains("@join__directive(graphs: [A], name: \"connect\"");
    }
}
